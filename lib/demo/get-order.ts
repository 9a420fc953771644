import { z } from 'zod';
import { defineOperation } from './operation';
import { orderIdSchema, orderSchema, requireOrder } from './order-view';

export const getOrder = defineOperation({
  id: 'getOrder',
  method: 'get',
  path: '/orders/{orderId}',
  summary: 'One order with its items, delivery and tracking',
  params: z.object({ orderId: orderIdSchema }),
  response: orderSchema,
  run: ({ executor, accountId, params }) => requireOrder(executor, accountId, params.orderId),
});
