import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { demoOrders, demoReturns } from '@/drizzle/schema/demo';
import { defineOperation } from './operation';
import { orderIdSchema } from './order-view';
import { Problem } from './problem';

const returnIdSchema = z.string().regex(/^RT-\d{5,}$/);

export const cancelReturn = defineOperation({
  id: 'cancelReturn',
  method: 'post',
  path: '/returns/{returnId}/cancel',
  summary: 'Take back a return whose goods have not arrived',
  params: z.object({ returnId: returnIdSchema }),
  response: z.object({
    returnId: returnIdSchema,
    orderId: orderIdSchema,
    status: z.literal('cancelled'),
  }),
  run: async ({ executor, accountId, params }) => {
    const { returnId } = params;
    const own = executor
      .select({ id: demoOrders.id })
      .from(demoOrders)
      .where(eq(demoOrders.customerId, accountId));
    const mine = and(eq(demoReturns.id, returnId), inArray(demoReturns.orderId, own));
    const [found] = await executor.select().from(demoReturns).where(mine).for('update');
    if (!found) throw new Problem('not_found', `There is no return ${returnId}.`);
    if (found.status !== 'requested') throw new Problem('not_cancellable');
    await executor.update(demoReturns).set({ status: 'cancelled' }).where(mine);
    return { returnId, orderId: found.orderId, status: 'cancelled' as const };
  },
});
