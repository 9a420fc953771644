import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { demoOrderItems, demoOrders, demoReturns } from '@/drizzle/schema/demo';
import type { Executor } from '@/lib/db/client';
import { addDays, zonedDate } from '@/lib/time-zone';
import { amount, amountSchema, currency } from './money';
import { Problem } from './problem';

/** Days after delivery within which an item can be returned, as the returns policy says. */
const returnWindowDays = 30;
const shopTimeZone = 'Asia/Singapore';

export const orderIdSchema = z.string().regex(/^SO-\d{5}$/);

export const orderSchema = z.object({
  orderId: orderIdSchema,
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled']),
  placedOn: z.iso.date(),
  shippedOn: z.iso.date().nullable(),
  deliveredOn: z.iso.date().nullable(),
  expectedOn: z.iso.date().nullable(),
  /** Last day on which a return can be asked for; null before delivery. */
  returnableUntil: z.iso.date().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  /** Null where it goes to the address of the account. */
  deliveryAddress: z.string().nullable(),
  total: amountSchema,
  currency: z.literal(currency),
  items: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      quantity: z.number().int(),
      unitPrice: amountSchema,
      /** How many of these are already on their way back. */
      returned: z.number().int(),
    }),
  ),
});
export type OrderView = z.infer<typeof orderSchema>;

/**
 * One order of this customer. Inside a transaction `lock` keeps others from changing it.
 * @throws Problem `not_found`, also when the order is somebody else's.
 */
export async function requireOrder(
  executor: Executor,
  customerId: string,
  orderId: string,
  { lock = false } = {},
): Promise<OrderView> {
  const query = executor
    .select()
    .from(demoOrders)
    .where(and(eq(demoOrders.id, orderId), eq(demoOrders.customerId, customerId)));
  const rows = await (lock ? query.for('update') : query);
  const [order] = await withItems(executor, rows);
  if (!order) throw new Problem('not_found', `There is no order ${orderId}.`);
  return order;
}

/** This customer's orders, newest first. */
export async function listOrderViews(
  executor: Executor,
  customerId: string,
  limit: number,
): Promise<OrderView[]> {
  const rows = await executor
    .select()
    .from(demoOrders)
    .where(eq(demoOrders.customerId, customerId))
    .orderBy(desc(demoOrders.placedAt))
    .limit(limit);
  return withItems(executor, rows);
}

async function withItems(
  executor: Executor,
  orders: (typeof demoOrders.$inferSelect)[],
): Promise<OrderView[]> {
  const ids = orders.map((order) => order.id);
  const items = await executor
    .select()
    .from(demoOrderItems)
    .where(inArray(demoOrderItems.orderId, ids))
    .orderBy(demoOrderItems.sku);
  const returns = await executor
    .select()
    .from(demoReturns)
    .where(and(inArray(demoReturns.orderId, ids), ne(demoReturns.status, 'cancelled')));
  return orders.map((order) => ({
    ...orderFields(order),
    items: items
      .filter((item) => item.orderId === order.id)
      .map((item) => ({
        sku: item.sku,
        name: item.name,
        quantity: item.quantity,
        unitPrice: amount(item.unitCents),
        returned: returns
          .filter((entry) => entry.orderId === order.id && entry.sku === item.sku)
          .reduce((sum, entry) => sum + entry.quantity, 0),
      })),
  }));
}

function orderFields(order: typeof demoOrders.$inferSelect): Omit<OrderView, 'items'> {
  const deliveredOn = day(order.deliveredAt);
  return {
    orderId: order.id,
    status: order.status,
    placedOn: zonedDate(order.placedAt, shopTimeZone),
    shippedOn: day(order.shippedAt),
    deliveredOn,
    expectedOn: order.expectedOn,
    returnableUntil: deliveredOn && addDays(deliveredOn, returnWindowDays),
    carrier: order.carrier,
    trackingNumber: order.trackingNumber,
    deliveryAddress: order.deliveryAddress,
    total: amount(order.totalCents),
    currency,
  };
}

function day(instant: Date | null): string | null {
  return instant && zonedDate(instant, shopTimeZone);
}

/** Today at the shop, `YYYY-MM-DD`. */
export function shopToday(): string {
  return zonedDate(new Date(), shopTimeZone);
}
