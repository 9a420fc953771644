import { toSimplified } from '@/knowledge/words/chinese';
import { countNamed } from './choose-item';
import type { InvoiceFields } from './invoice-facts';
import { countSpoken, spokenOf } from './named-words';
import type { OrderFields } from './order-facts';

const late = /\b(?:over ?due|past due)\b|逾期|过期|超期/i;
const inPart =
  /\b(?:part(?:ly|ial(?:ly)?)|in part|part of (?:it|which|that)|remaining|remainder)\b|部分|一部份|剩下|余款|尾款/i;
const lastMonth = /\blast month\b|上个?月/i;
/** An amount of money, in figures: a sign or two decimals, or its currency behind it. */
const amounts =
  /(?:[$￥¥]|\bsgd)\s?(\d[\d,]*(?:\.\d{1,2})?)|(?<![\w.-])(\d[\d,]*(?:\.\d{2})?)\s?(?:sgd\b|dollars?\b|bucks\b|新?元|块)|(?<![\w.-])(\d[\d,]*\.\d{2})(?![\d.])/gi;

/**
 * The invoices that a person means by what they say of one beside its number: what was bought, the
 * sum, that it is overdue or paid in part, or last month. Everything that tells some of them apart
 * narrows them down; what fits none is of something else.
 * @param today the day on which it is said, `YYYY-MM-DD`
 * @returns undefined where nothing is said that tells them apart
 */
export function meantInvoices(
  invoices: InvoiceFields[],
  orders: OrderFields[],
  { said, today }: { said: string; today: string },
): InvoiceFields[] | undefined {
  const plain = toSimplified(said.normalize('NFKC'));
  const narrowings = [
    (left: InvoiceFields[]) => byGoods(left, orders, said),
    (left: InvoiceFields[]) => bySum(left, plain),
    (left: InvoiceFields[]) =>
      late.test(plain) ? left.filter(({ status }) => status === 'overdue') : [],
    (left: InvoiceFields[]) => (inPart.test(plain) ? left.filter(isPaidInPart) : []),
    (left: InvoiceFields[]) =>
      lastMonth.test(plain)
        ? left.filter(({ issuedOn }) => issuedOn.startsWith(monthBefore(today)))
        : [],
  ];
  let left = invoices;
  for (const narrow of narrowings) {
    const found = narrow(left);
    if (found.length > 0) left = found;
  }
  return left.length < invoices.length ? left : undefined;
}

/** Of those whose goods or service are named, those of which most is named. */
function byGoods(invoices: InvoiceFields[], orders: OrderFields[], said: string): InvoiceFields[] {
  const spoken = spokenOf(said);
  const counts = invoices.map(({ orderId, description }) => {
    const order = orders.find((each) => each.orderId === orderId);
    return order ? countNamed(order, said) : countSpoken(spoken, description);
  });
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : invoices.filter((_, at) => counts[at] === most);
}

function bySum(invoices: InvoiceFields[], plain: string): InvoiceFields[] {
  const sums = [...plain.matchAll(amounts)].map((found) =>
    Number(found.slice(1).find(Boolean)?.replaceAll(',', '')),
  );
  return invoices.filter(({ total }) => sums.includes(Number(total)));
}

function isPaidInPart({ total, outstanding }: InvoiceFields): boolean {
  return Number(outstanding) > 0 && Number(outstanding) < Number(total);
}

/** `2026-01-31` → `2025-12`. */
function monthBefore(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}
