import { z } from 'zod';
import { demoExpenseClaims } from '@/drizzle/schema/demo';
import { requireWithinRules } from './expense-rules';
import { expenseCategorySchema, expenseClaimSchema, expenseView } from './expense-view';
import { amountSchema } from './money';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const claimExpense = defineOperation({
  id: 'claimExpense',
  method: 'post',
  path: '/expense-claims',
  summary: 'Claim what a member of staff has paid for the company',
  speaksFor: 'employee',
  body: z.object({
    spentOn: z.iso.date(),
    category: expenseCategorySchema,
    amount: amountSchema.refine((value) => Number(value) > 0, 'must be more than nothing'),
    hasReceipt: z.boolean(),
  }),
  response: expenseClaimSchema,
  run: async ({ executor, accountId, body }) => {
    const { spentOn, category, hasReceipt } = body;
    const amountCents = Math.round(Number(body.amount) * 100);
    requireWithinRules({ spentOn, category, amountCents, hasReceipt });
    // The unique index on person, day, kind and amount notices what is claimed twice.
    const [row] = await executor
      .insert(demoExpenseClaims)
      .values({
        employeeId: accountId,
        spentOn,
        category,
        amountCents,
        hasReceipt,
        status: 'submitted',
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Problem('duplicate');
    return expenseView(row);
  },
});
