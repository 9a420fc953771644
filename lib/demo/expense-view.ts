import { z } from 'zod';
import type { demoExpenseClaims } from '@/drizzle/schema/demo';
import { amount, amountSchema, currency } from './money';

export const expenseCategorySchema = z.enum(['travel', 'meals', 'lodging', 'supplies', 'other']);
export type ExpenseCategory = z.infer<typeof expenseCategorySchema>;

/** Most of one claim that is paid without a person's decision, in cents. */
export const expenseLimitCents: Record<ExpenseCategory, number> = {
  travel: 50_000,
  meals: 8_000,
  lodging: 25_000,
  supplies: 15_000,
  other: 5_000,
};

/** From this amount on a receipt is needed, in cents. */
export const receiptFromCents = 2_000;

export const expenseClaimSchema = z.object({
  claimId: z.string(),
  spentOn: z.iso.date(),
  category: expenseCategorySchema,
  amount: amountSchema,
  currency: z.literal(currency),
  hasReceipt: z.boolean(),
  status: z.enum(['submitted', 'paid']),
});

/** A claim as the wire shows it. */
export function expenseView(
  claim: typeof demoExpenseClaims.$inferSelect,
): z.input<typeof expenseClaimSchema> {
  return {
    claimId: claim.id,
    spentOn: claim.spentOn,
    category: claim.category,
    amount: amount(claim.amountCents),
    currency,
    hasReceipt: claim.hasReceipt,
    status: claim.status,
  };
}
