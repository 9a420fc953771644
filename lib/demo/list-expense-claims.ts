import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoExpenseClaims } from '@/drizzle/schema/demo';
import {
  expenseCategorySchema,
  expenseClaimSchema,
  expenseLimitCents,
  expenseView,
  receiptFromCents,
} from './expense-view';
import { amount, amountSchema } from './money';
import { defineOperation } from './operation';

const maxClaims = 200;

export const listExpenseClaims = defineOperation({
  id: 'listExpenseClaims',
  method: 'get',
  path: '/expense-claims',
  summary: "A member of staff's expense claims, newest first, and the rules for new ones",
  speaksFor: 'employee',
  response: z.object({
    limits: z.record(expenseCategorySchema, amountSchema),
    receiptFrom: amountSchema,
    claims: z.array(expenseClaimSchema),
  }),
  run: async ({ executor, accountId }) => {
    const rows = await executor
      .select()
      .from(demoExpenseClaims)
      .where(eq(demoExpenseClaims.employeeId, accountId))
      .orderBy(desc(demoExpenseClaims.createdAt))
      .limit(maxClaims);
    const limit = (category: keyof typeof expenseLimitCents) => amount(expenseLimitCents[category]);
    return {
      limits: {
        travel: limit('travel'),
        meals: limit('meals'),
        lodging: limit('lodging'),
        supplies: limit('supplies'),
        other: limit('other'),
      },
      receiptFrom: amount(receiptFromCents),
      claims: rows.map(expenseView),
    };
  },
});
