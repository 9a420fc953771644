import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { demoDisputes, demoInvoices } from '@/drizzle/schema/demo';
import { invoiceIdSchema } from './invoice-view';
import { defineOperation } from './operation';
import { Problem } from './problem';

const disputeIdSchema = z.string().regex(/^DP-\d{5,}$/);

export const withdrawDispute = defineOperation({
  id: 'withdrawDispute',
  method: 'post',
  path: '/disputes/{disputeId}/withdraw',
  summary: 'Take back an objection that the finance team has not answered yet',
  params: z.object({ disputeId: disputeIdSchema }),
  response: z.object({
    disputeId: disputeIdSchema,
    invoiceId: invoiceIdSchema,
    status: z.literal('withdrawn'),
  }),
  run: async ({ executor, accountId, params }) => {
    const { disputeId } = params;
    const own = executor
      .select({ id: demoInvoices.id })
      .from(demoInvoices)
      .where(eq(demoInvoices.customerId, accountId));
    const mine = and(eq(demoDisputes.id, disputeId), inArray(demoDisputes.invoiceId, own));
    const [found] = await executor.select().from(demoDisputes).where(mine).for('update');
    if (!found) throw new Problem('not_found', `There is no dispute ${disputeId}.`);
    if (found.status !== 'open') throw new Problem('not_withdrawable');
    await executor.update(demoDisputes).set({ status: 'withdrawn' }).where(mine);
    return { disputeId, invoiceId: found.invoiceId, status: 'withdrawn' as const };
  },
});
