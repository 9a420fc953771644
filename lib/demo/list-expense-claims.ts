import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoExpenseClaims } from '@/drizzle/schema/demo';
import {
  claimableDates,
  closedWeekdays,
  expenseLimitCents,
  receiptFromCents,
} from './expense-rules';
import { expenseCategorySchema, expenseClaimSchema, expenseView } from './expense-view';
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
    /** By category; nothing is paid where it is 0. */
    limits: z.record(expenseCategorySchema, amountSchema),
    receiptFrom: amountSchema,
    /** Days whose expenses can be claimed today, both included. */
    claimable: z.object({ from: z.iso.date(), to: z.iso.date() }),
    /** ISO weekdays (1 is Monday) on which meals are not paid for. */
    noMealsOn: z.array(z.number().int()),
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
        entertainment: limit('entertainment'),
        other: limit('other'),
      },
      receiptFrom: amount(receiptFromCents),
      claimable: claimableDates(),
      noMealsOn: [...closedWeekdays],
      claims: rows.map(expenseView),
    };
  },
});
