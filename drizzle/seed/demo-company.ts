import { and, eq, isNull } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import {
  demoCalendars,
  demoCustomers,
  demoInvoices,
  demoOrderItems,
  demoOrders,
  demoPayments,
} from '@/drizzle/schema/demo';
import { calendars, product } from './demo-catalog';
import { orderTotal, type SeedInvoice, type SeedOrder, seedOrders } from './demo-orders';

type Writer = PgDatabase<PgQueryResultHKT, Record<string, unknown>>;

const dayMs = 86_400_000;
const firstNames = [
  'Mei',
  'Arjun',
  'Hannah',
  'Wei',
  'Siti',
  'Daniel',
  'Yun',
  'Priya',
  'Lucas',
  'Jia',
];
const lastNames = ['Tan', 'Kumar', 'Becker', 'Lim', 'Rahman'];
const customerCount = 30;

/**
 * Fills the demo company with the same customers, orders, invoices and calendars each time; only
 * the dates move with the moment of seeding. Once seeded, it only adds what was not kept then.
 */
export async function seedDemoCompany(db: Writer): Promise<void> {
  const customers = makeCustomers();
  const others = customers.slice(1).map(({ id }) => id);
  const { orders, invoices } = seedOrders(others);
  const now = Date.now();
  await db.transaction(async (tx) => {
    const added = await tx
      .insert(demoCustomers)
      .values(customers)
      .onConflictDoNothing()
      .returning({ id: demoCustomers.id });
    if (added.length === 0) return await addAddresses(tx, customers);
    await tx.insert(demoCalendars).values(calendars);
    await tx.insert(demoOrders).values(orders.map((order) => orderRow(order, now)));
    await tx.insert(demoOrderItems).values(orders.flatMap(itemRows));
    await tx.insert(demoInvoices).values(invoices.map((invoice) => invoiceRow(invoice, now)));
    await tx.insert(demoPayments).values(invoices.flatMap((invoice) => paymentRows(invoice, now)));
  });
}

/** Desks that were seeded before addresses were kept are given them. */
async function addAddresses(db: Writer, customers: (typeof demoCustomers.$inferInsert)[]) {
  const without = await db
    .select({ id: demoCustomers.id })
    .from(demoCustomers)
    .where(isNull(demoCustomers.address));
  for (const { id } of without) {
    const address = customers.find((customer) => customer.id === id)?.address;
    if (!address) continue;
    const still = and(eq(demoCustomers.id, id), isNull(demoCustomers.address));
    await db.update(demoCustomers).set({ address }).where(still);
  }
}

function makeCustomers(): (typeof demoCustomers.$inferInsert)[] {
  return Array.from({ length: customerCount }, (_, index) => {
    const first = firstNames[index % firstNames.length] ?? '';
    const last = lastNames[Math.floor(index / 2) % lastNames.length] ?? '';
    const id = `C-${1001 + index}`;
    const email = index === 0 ? 'customer@demo.test' : `${id.toLowerCase()}@demo.test`;
    const name = index === 0 ? 'Carla Chen' : `${first} ${last}`;
    const address = `${12 + 3 * index} Harbour Street #0${1 + (index % 9)}-${11 + index}, Singapore 0${70_100 + index}`;
    return { id, name, email, city: 'Singapore', address };
  });
}

function orderRow(order: SeedOrder, now: number): typeof demoOrders.$inferInsert {
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

function itemRows(order: SeedOrder): (typeof demoOrderItems.$inferInsert)[] {
  return order.items.map(({ sku, quantity }) => ({ ...product(sku), orderId: order.id, quantity }));
}

function invoiceRow(invoice: SeedInvoice, now: number): typeof demoInvoices.$inferInsert {
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

function paymentRows(invoice: SeedInvoice, now: number): (typeof demoPayments.$inferInsert)[] {
  const { payment } = invoice;
  if (!payment) return [];
  return [
    {
      id: `PAY-${invoice.id.slice(4)}`,
      invoiceId: invoice.id,
      amountCents: payment.cents,
      method: payment.method,
      status: 'settled',
      paidOn: isoDay(new Date(now - payment.daysAgo * dayMs)),
    },
  ];
}

function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
