import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import {
  demoCalendars,
  demoCustomers,
  demoDisputes,
  demoExpenseClaims,
  demoInvoices,
  demoOrderItems,
  demoOrders,
  demoPayments,
  demoRefunds,
  demoReturns,
} from '@/drizzle/schema/demo';
import { calendars } from './demo-catalog';
import { makeClaims } from './demo-claims';
import { firstCustomerCount, makeCustomers } from './demo-customers';
import { firstOrders } from './demo-orders';
import { datedRow, invoiceRow, itemRows, orderRow, paymentRows, returnRow } from './demo-rows';
import { makeTrade, type Trade } from './demo-trade';
import { insertRows, type Writer } from './insert-rows';

/**
 * Fills the demo company with the same customers, orders, invoices and calendars each time; only
 * the dates move with the moment of seeding. On a desk that has some of its customers already, only
 * those who are missing are added, with all that is theirs: nobody else's is touched.
 */
export async function seedDemoCompany(db: Writer): Promise<void> {
  const customers = makeCustomers();
  await db.transaction(async (tx) => {
    const isNew = await addCustomers(tx, customers);
    if (isNew.size < customers.length) await addAddresses(tx, customers);
    if (isNew.size === 0) return;
    await addCalendars(tx);
    const now = Date.now();
    await addTrade(
      tx,
      tradeOf(
        customers.map(({ id }) => id),
        isNew,
      ),
      now,
    );
    await insertRows(tx, demoExpenseClaims, makeClaims(now));
  });
}

/** Adds those who are missing, and returns their numbers. */
async function addCustomers(
  db: Writer,
  customers: (typeof demoCustomers.$inferInsert)[],
): Promise<ReadonlySet<string>> {
  const rows = await db.select({ id: demoCustomers.id }).from(demoCustomers);
  const known = new Set(rows.map(({ id }) => id));
  const missing = customers.filter(({ id }) => !known.has(id));
  if (missing.length > 0) await insertRows(db, demoCustomers, missing);
  return new Set(missing.map(({ id }) => id));
}

/** Calendars from before it was kept where one meets are brought to what they are now. */
async function addCalendars(db: Writer): Promise<void> {
  const { timeZone, placeEn, placeZh, hours } = getTableColumns(demoCalendars);
  const given = (column: { name: string }) => sql.raw(`excluded.${column.name}`);
  await db
    .insert(demoCalendars)
    .values(calendars)
    .onConflictDoUpdate({
      target: demoCalendars.id,
      set: {
        timeZone: given(timeZone),
        placeEn: given(placeEn),
        placeZh: given(placeZh),
        hours: given(hours),
      },
      setWhere: isNull(demoCalendars.placeEn),
    });
}

/** What customers who are new here had to do with the company. */
function tradeOf(customerIds: string[], isNew: ReadonlySet<string>): Trade {
  const first = firstOrders(customerIds.slice(0, firstCustomerCount));
  const later = makeTrade(customerIds.slice(firstCustomerCount));
  const orders = [...first.orders, ...later.orders].filter((each) => isNew.has(each.customerId));
  const invoices = [...first.invoices, ...later.invoices].filter((each) =>
    isNew.has(each.customerId),
  );
  const orderIds = new Set(orders.map(({ id }) => id));
  const invoiceIds = new Set(invoices.map(({ id }) => id));
  return {
    orders,
    invoices,
    returns: later.returns.filter(({ orderId }) => orderIds.has(orderId)),
    refunds: later.refunds.filter(({ orderId }) => orderIds.has(orderId)),
    disputes: later.disputes.filter(({ invoiceId }) => invoiceIds.has(invoiceId)),
  };
}

async function addTrade(db: Writer, trade: Trade, now: number): Promise<void> {
  const { orders, invoices, returns, refunds, disputes } = trade;
  await insertRows(
    db,
    demoOrders,
    orders.map((order) => orderRow(order, now)),
  );
  await insertRows(db, demoOrderItems, orders.flatMap(itemRows));
  await insertRows(
    db,
    demoInvoices,
    invoices.map((invoice) => invoiceRow(invoice, now)),
  );
  await insertRows(
    db,
    demoPayments,
    invoices.flatMap((invoice) => paymentRows(invoice, now)),
  );
  await insertRows(
    db,
    demoReturns,
    returns.map((entry) => returnRow(entry, now)),
  );
  await insertRows(
    db,
    demoRefunds,
    refunds.map((refund) => datedRow(refund, now)),
  );
  await insertRows(
    db,
    demoDisputes,
    disputes.map((dispute) => datedRow(dispute, now)),
  );
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
