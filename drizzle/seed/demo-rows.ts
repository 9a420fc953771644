import type {
  demoInvoices,
  demoOrderItems,
  demoOrders,
  demoPayments,
  demoReturns,
} from '@/drizzle/schema/demo';
import { product } from './demo-catalog';
import { orderTotal, type SeedInvoice, type SeedOrder } from './demo-orders';
import { returnCents, type SeedDispute, type SeedRefund, type SeedReturn } from './demo-trade';

const dayMs = 86_400_000;

/** An order as its row, its days counted back from `now` (milliseconds). */
export function orderRow(order: SeedOrder, now: number): typeof demoOrders.$inferInsert {
  const daysLater = (days: number) => new Date(now - (order.daysAgo - days) * dayMs);
  const isUnderWay = order.status === 'shipped' || order.status === 'delivered';
  return {
    id: order.id,
    customerId: order.customerId,
    status: order.status,
    placedAt: daysLater(0),
    shippedAt: isUnderWay ? daysLater(1) : null,
    deliveredAt: order.status === 'delivered' ? daysLater(4) : null,
    expectedOn: order.status === 'cancelled' ? null : isoDay(daysLater(5)),
    carrier: isUnderWay ? 'Straits Parcel' : null,
    trackingNumber: isUnderWay ? `SP${order.id.slice(3)}0${order.items.length}SG` : null,
    totalCents: orderTotal(order),
  };
}

export function itemRows(order: SeedOrder): (typeof demoOrderItems.$inferInsert)[] {
  return order.items.map(({ sku, quantity }) => ({ ...product(sku), orderId: order.id, quantity }));
}

export function invoiceRow(invoice: SeedInvoice, now: number): typeof demoInvoices.$inferInsert {
  return {
    id: invoice.id,
    customerId: invoice.customerId,
    orderId: invoice.orderId ?? null,
    description: invoice.description,
    issuedOn: isoDay(new Date(now - invoice.issuedDaysAgo * dayMs)),
    dueOn: isoDay(new Date(now - invoice.dueDaysAgo * dayMs)),
    totalCents: invoice.totalCents,
  };
}

export function paymentRows(
  { id, payments }: SeedInvoice,
  now: number,
): (typeof demoPayments.$inferInsert)[] {
  return payments.map(({ cents, method, status, daysAgo }, nth) => ({
    id: `PAY-${id.slice(4)}${nth === 0 ? '' : `-${nth + 1}`}`,
    invoiceId: id,
    amountCents: cents,
    method,
    status: status ?? 'settled',
    paidOn: isoDay(new Date(now - daysAgo * dayMs)),
  }));
}

export function returnRow(
  { daysAgo, ...entry }: SeedReturn,
  now: number,
): typeof demoReturns.$inferInsert {
  return { ...entry, refundCents: returnCents(entry), createdAt: new Date(now - daysAgo * dayMs) };
}

/** A refund or a dispute as its row: only the moment is told otherwise. */
export function datedRow<T extends SeedRefund | SeedDispute>(
  { daysAgo, ...entry }: T,
  now: number,
): Omit<T, 'daysAgo'> & { createdAt: Date } {
  return { ...entry, createdAt: new Date(now - daysAgo * dayMs) };
}

function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
