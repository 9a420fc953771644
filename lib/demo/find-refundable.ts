import { and, eq, ne, sum } from 'drizzle-orm';
import { demoRefunds, demoReturns } from '@/drizzle/schema/demo';
import type { Executor } from '@/lib/db/client';
import type { OrderView } from './order-view';

/** What is refunded on one order without a person's decision, in cents. */
const refundLimitCents = 10_000;

/** What may be refunded on an order, in cents. */
export interface Refundable {
  /** Paid and neither refunded nor promised for a return. */
  leftCents: number;
  /** As much of it as needs nobody's decision. */
  allowedCents: number;
}

/** Refunds are for what has arrived; what a registered return will bring is not refunded twice. */
export async function findRefundable(executor: Executor, order: OrderView): Promise<Refundable> {
  const { orderId, status, total } = order;
  if (status !== 'delivered') return { leftCents: 0, allowedCents: 0 };
  const [refunds] = await executor
    .select({ cents: sum(demoRefunds.amountCents) })
    .from(demoRefunds)
    .where(eq(demoRefunds.orderId, orderId));
  const [returns] = await executor
    .select({ cents: sum(demoReturns.refundCents) })
    .from(demoReturns)
    .where(and(eq(demoReturns.orderId, orderId), ne(demoReturns.status, 'cancelled')));
  const refunded = Number(refunds?.cents ?? 0);
  const totalCents = Math.round(Number(total) * 100);
  const leftCents = Math.max(0, totalCents - refunded - Number(returns?.cents ?? 0));
  return { leftCents, allowedCents: Math.max(0, Math.min(leftCents, refundLimitCents - refunded)) };
}
