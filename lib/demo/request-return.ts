import { z } from 'zod';
import { demoReturns } from '@/drizzle/schema/demo';
import { findRefundable } from './find-refundable';
import { amount, amountSchema, currency } from './money';
import { defineOperation } from './operation';
import { type OrderView, orderIdSchema, requireOrder, shopToday } from './order-view';
import { Problem } from './problem';

export const requestReturn = defineOperation({
  id: 'requestReturn',
  method: 'post',
  path: '/orders/{orderId}/returns',
  summary: 'Ask to return items of a delivered order',
  params: z.object({ orderId: orderIdSchema }),
  body: z.object({
    sku: z.string().min(1).max(40),
    quantity: z.number().int().min(1).max(99).default(1),
    reason: z.string().min(1).max(500),
  }),
  response: z.object({
    returnId: z.string(),
    orderId: orderIdSchema,
    sku: z.string(),
    name: z.string(),
    quantity: z.number().int(),
    status: z.literal('requested'),
    refund: amountSchema,
    currency: z.literal(currency),
  }),
  run: async ({ executor, accountId, params, body }) => {
    const order = await requireOrder(executor, accountId, params.orderId, { lock: true });
    const item = requireReturnable(order, body.sku, body.quantity);
    const refundCents = Math.round(Number(item.unitPrice) * 100) * body.quantity;
    // What was refunded already is not paid a second time for the same goods.
    const { leftCents } = await findRefundable(executor, order);
    if (refundCents > leftCents) throw new Problem('not_returnable', 'It was refunded already.');
    const [row] = await executor
      .insert(demoReturns)
      .values({ ...body, orderId: order.orderId, status: 'requested', refundCents })
      .returning({ id: demoReturns.id });
    if (!row) throw new Error('The return was not stored.');
    return {
      returnId: row.id,
      orderId: order.orderId,
      sku: item.sku,
      name: item.name,
      quantity: body.quantity,
      status: 'requested' as const,
      refund: amount(refundCents),
      currency,
    };
  },
});

function requireReturnable(order: OrderView, sku: string, quantity: number) {
  const item = order.items.find((entry) => entry.sku === sku);
  if (!item) throw new Problem('not_found', `Order ${order.orderId} has no item ${sku}.`);
  if (!order.returnableUntil) {
    throw new Problem('not_returnable', 'The order has not been delivered yet.');
  }
  if (order.returnableUntil < shopToday()) {
    throw new Problem('not_returnable', `The return period ended on ${order.returnableUntil}.`);
  }
  if (item.returned + quantity > item.quantity) {
    throw new Problem(
      'not_returnable',
      `Only ${item.quantity - item.returned} are left to return.`,
    );
  }
  return item;
}
