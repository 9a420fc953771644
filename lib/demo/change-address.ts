import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { demoCustomers, demoOrders } from '@/drizzle/schema/demo';
import { requireCustomer } from './get-account';
import { defineOperation } from './operation';
import { orderIdSchema } from './order-view';
import { Problem } from './problem';

export const changeAddress = defineOperation({
  id: 'changeAddress',
  method: 'post',
  path: '/account/address',
  summary: 'Change where orders that are still being packed are delivered, and later ones if asked',
  body: z.object({
    address: z.string().min(8).max(300),
    /** Orders to be delivered there. */
    orderIds: z.array(orderIdSchema).max(50).default([]),
    /** Whether it becomes the account's own address as well. */
    isForAccount: z.boolean(),
  }),
  response: z.object({
    address: z.string(),
    orderIds: z.array(orderIdSchema),
    isForAccount: z.boolean(),
  }),
  run: async ({ executor, accountId, body }) => {
    const { address, orderIds, isForAccount } = body;
    await requireCustomer(executor, accountId);
    if (orderIds.length > 0) {
      const mine = and(eq(demoOrders.customerId, accountId), inArray(demoOrders.id, orderIds));
      const orders = await executor.select().from(demoOrders).where(mine).for('update');
      if (orders.length < new Set(orderIds).size) throw new Problem('not_found');
      // All or none: a person was shown all of them.
      if (orders.some(({ status }) => status !== 'processing')) throw new Problem('not_changeable');
      await executor.update(demoOrders).set({ deliveryAddress: address }).where(mine);
    }
    if (isForAccount) {
      await executor.update(demoCustomers).set({ address }).where(eq(demoCustomers.id, accountId));
    }
    return { address, orderIds, isForAccount };
  },
});
