import { z } from 'zod';
import type { demoExpenseClaims } from '@/drizzle/schema/demo';
import { amount, amountSchema, currency } from './money';

export const expenseCategorySchema = z.enum([
  'travel',
  'meals',
  'lodging',
  'supplies',
  'entertainment',
  'other',
]);
export type ExpenseCategory = z.infer<typeof expenseCategorySchema>;

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
