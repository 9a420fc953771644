import { z } from 'zod';
import { demoRefunds } from '@/drizzle/schema/demo';
import { findRefundable } from './find-refundable';
import { amount, amountSchema, currency } from './money';
import { defineOperation } from './operation';
import { orderIdSchema, requireOrder } from './order-view';
import { Problem } from './problem';

export const refundOrder = defineOperation({
  id: 'refundOrder',
  method: 'post',
  path: '/orders/{orderId}/refunds',
  summary:
    'Refund a delivered order, or a part of what it cost; above the limit with the name of who agreed',
  params: z.object({ orderId: orderIdSchema }),
  body: z.object({
    amount: amountSchema.refine((value) => Number(value) > 0, 'must be more than nothing'),
    reason: z.string().min(1).max(500),
    /** Who agreed to more than is refunded without a person's decision. */
    approvedBy: z.string().min(1).max(200).optional().meta({ 'x-desk-only': true }),
  }),
  response: z.object({
    refundId: z.string(),
    orderId: orderIdSchema,
    amount: amountSchema,
    currency: z.literal(currency),
  }),
  run: async ({ executor, accountId, params, body }) => {
    const order = await requireOrder(executor, accountId, params.orderId, { lock: true });
    const { leftCents, allowedCents } = await findRefundable(executor, order);
    const amountCents = Math.round(Number(body.amount) * 100);
    if (amountCents > leftCents) throw new Problem('not_refundable');
    if (amountCents > allowedCents && !body.approvedBy) throw new Problem('over_limit');
    const [row] = await executor
      .insert(demoRefunds)
      .values({
        orderId: order.orderId,
        amountCents,
        reason: body.reason,
        approvedBy: body.approvedBy,
      })
      .returning({ id: demoRefunds.id });
    if (!row) throw new Error('The refund was not stored.');
    return { refundId: row.id, orderId: order.orderId, amount: amount(amountCents), currency };
  },
});
