import { addDays, isoWeekday } from '@/lib/time-zone';
import type { ExpenseCategory } from './expense-view';
import { shopToday } from './order-view';
import { Problem } from './problem';

/** Most of one claim that is paid without a person's decision, in cents; 0 is never paid. */
export const expenseLimitCents: Record<ExpenseCategory, number> = {
  travel: 50_000,
  meals: 8_000,
  lodging: 25_000,
  supplies: 15_000,
  entertainment: 0,
  other: 5_000,
};

/** From this amount on a receipt is needed, in cents. */
export const receiptFromCents = 2_000;

const claimableDays = 90;
const sunday = 7;

/** An expense as it is claimed. */
interface Expense {
  /** `YYYY-MM-DD` */
  spentOn: string;
  category: ExpenseCategory;
  amountCents: number;
  hasReceipt: boolean;
}

/** The first and the last day, both `YYYY-MM-DD`, whose expenses can be claimed today. */
export function claimableDates(): { from: string; to: string } {
  const today = shopToday();
  return { from: addDays(today, -claimableDays), to: today };
}

/** Days of the week on which meals are not paid for: the shop is closed. */
export const closedWeekdays: readonly number[] = [sunday];

/**
 * The company's rules for expenses, as its handbook tells them.
 * @throws Problem `in_future`, `too_old`, `not_covered`, `closed_day`, `no_receipt`, `over_limit`
 */
export function requireWithinRules(expense: Expense): void {
  const { spentOn, category, amountCents, hasReceipt } = expense;
  const { from, to } = claimableDates();
  const limit = expenseLimitCents[category];
  if (spentOn > to) throw new Problem('in_future');
  if (spentOn < from) throw new Problem('too_old', `Claims go back to ${from}.`);
  if (limit === 0) throw new Problem('not_covered');
  if (amountCents >= receiptFromCents && !hasReceipt) throw new Problem('no_receipt');
  if (amountCents > limit) throw new Problem('over_limit');
  if (category === 'meals' && closedWeekdays.includes(isoWeekday(spentOn))) {
    throw new Problem('closed_day');
  }
}
