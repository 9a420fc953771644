import { z } from 'zod';
import { demoExpenseClaims } from '@/drizzle/schema/demo';
import {
  expenseCategorySchema,
  expenseClaimSchema,
  expenseLimitCents,
  expenseView,
  receiptFromCents,
} from './expense-view';
import { amountSchema } from './money';
import { defineOperation } from './operation';
import { shopToday } from './order-view';
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
    if (spentOn > shopToday()) throw new Problem('invalid_request', 'That day is still to come.');
    if (amountCents >= receiptFromCents && !hasReceipt) throw new Problem('no_receipt');
    if (amountCents > expenseLimitCents[category]) throw new Problem('over_limit');
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
