import { z } from 'zod';
import { defineOperation } from './operation';
import { listOrderViews, orderSchema } from './order-view';

export const listOrders = defineOperation({
  id: 'listOrders',
  method: 'get',
  path: '/orders',
  summary: "The customer's orders, newest first",
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  response: z.object({ orders: z.array(orderSchema) }),
  run: async ({ executor, accountId, query }) => ({
    orders: await listOrderViews(executor, accountId, query.limit),
  }),
});
