import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoExpenseClaims } from '@/drizzle/schema/demo';
import { defineOperation } from './operation';
import { Problem } from './problem';

const claimIdSchema = z.string().regex(/^EX-\d{5,}$/);

export const withdrawExpenseClaim = defineOperation({
  id: 'withdrawExpenseClaim',
  method: 'post',
  path: '/expense-claims/{claimId}/withdraw',
  summary: 'Take back a claim that has not been paid, as if it had never been handed in',
  speaksFor: 'employee',
  params: z.object({ claimId: claimIdSchema }),
  response: z.object({ claimId: claimIdSchema, status: z.literal('withdrawn') }),
  run: async ({ executor, accountId, params }) => {
    const { claimId } = params;
    const mine = and(
      eq(demoExpenseClaims.id, claimId),
      eq(demoExpenseClaims.employeeId, accountId),
    );
    const [found] = await executor.select().from(demoExpenseClaims).where(mine).for('update');
    if (!found) throw new Problem('not_found', `There is no claim ${claimId}.`);
    if (found.status !== 'submitted') throw new Problem('not_withdrawable', 'It was paid.');
    // Gone rather than marked: the same expense may be claimed again, with what was missing.
    await executor.delete(demoExpenseClaims).where(mine);
    return { claimId, status: 'withdrawn' as const };
  },
});
