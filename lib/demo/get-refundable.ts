import { z } from 'zod';
import { findRefundable } from './find-refundable';
import { amount, amountSchema, currency } from './money';
import { defineOperation } from './operation';
import { orderIdSchema, requireOrder } from './order-view';

export const getRefundable = defineOperation({
  id: 'getRefundable',
  method: 'get',
  path: '/orders/{orderId}/refunds',
  summary: 'What may be refunded on an order, and how much of it without a person’s decision',
  params: z.object({ orderId: orderIdSchema }),
  response: z.object({
    orderId: orderIdSchema,
    isDelivered: z.boolean(),
    left: amountSchema,
    allowed: amountSchema,
    currency: z.literal(currency),
  }),
  run: async ({ executor, accountId, params }) => {
    const order = await requireOrder(executor, accountId, params.orderId);
    const { leftCents, allowedCents } = await findRefundable(executor, order);
    return {
      orderId: order.orderId,
      isDelivered: order.status === 'delivered',
      left: amount(leftCents),
      allowed: amount(allowedCents),
      currency,
    };
  },
});
