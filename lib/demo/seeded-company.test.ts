import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';

type Rows = Record<string, unknown>[];

async function counts(query: string): Promise<Record<string, number>> {
  const rows = (await db().execute(sql.raw(query))) as unknown as Rows;
  return Object.fromEntries(rows.map(({ name, count }) => [String(name), Number(count)]));
}

const all = `select 'customers' as name, count(*) from demo.customers
  union all select 'orders', count(*) from demo.orders
  union all select 'items', count(*) from demo.order_items
  union all select 'invoices', count(*) from demo.invoices
  union all select 'payments', count(*) from demo.payments
  union all select 'returns', count(*) from demo.returns
  union all select 'refunds', count(*) from demo.refunds
  union all select 'disputes', count(*) from demo.disputes
  union all select 'claims', count(*) from demo.expense_claims`;

beforeAll(() => seedDemoCompany(db()));

test('there are two hundred customers, and of whatever they can have something in every state', async () => {
  expect(await counts(all)).toMatchObject({ customers: 200 });
  const states = (table: string) =>
    counts(`select status as name, count(*) from demo.${table} group by status`);
  expect(Object.keys(await states('orders'))).toHaveLength(4);
  expect(Object.keys(await states('payments'))).toHaveLength(3);
  expect(Object.keys(await states('returns'))).toEqual(
    expect.arrayContaining(['requested', 'received', 'refunded']),
  );
  expect(Object.keys(await states('disputes'))).toEqual(
    expect.arrayContaining(['open', 'settled']),
  );
  expect(Object.keys(await states('expense_claims'))).toEqual(
    expect.arrayContaining(['submitted', 'paid']),
  );
});

test('what is told of an order adds up, and nobody got back more than they paid', async () => {
  const wrong = await db().execute(sql`
    select o.id from demo.orders o
    left join (select order_id, sum(quantity * unit_cents) cents from demo.order_items group by 1) i on i.order_id = o.id
    left join (select order_id, sum(amount_cents) cents from demo.refunds group by 1) f on f.order_id = o.id
    left join (select order_id, sum(refund_cents) cents from demo.returns group by 1) r on r.order_id = o.id
    where i.cents is distinct from o.total_cents
      or coalesce(f.cents, 0) + coalesce(r.cents, 0) > o.total_cents`);
  expect([...wrong]).toEqual([]);
});

test('a desk that had thirty customers gets the others; what was there stays as people left it', async () => {
  const before = await counts(all);
  await db().execute(
    sql`update demo.orders set delivery_address = 'elsewhere' where id = 'SO-11000'`,
  );
  await db().execute(sql`delete from demo.payments where invoice_id like 'INV-2026-2%'`);
  await db().execute(sql`delete from demo.disputes`);
  await db().execute(sql`delete from demo.invoices where id like 'INV-2026-2%'`);
  await db().execute(sql`delete from demo.returns`);
  await db().execute(sql`delete from demo.refunds`);
  await db().execute(sql`delete from demo.order_items where order_id like 'SO-12%'`);
  await db().execute(sql`delete from demo.orders where id like 'SO-12%'`);
  await db().execute(sql`delete from demo.customers where id > 'C-1030'`);
  expect(await counts(all)).toMatchObject({ customers: 30, orders: 63, disputes: 0 });
  await seedDemoCompany(db());
  expect(await counts(all)).toEqual(before);
  const [order] = await db().execute(
    sql`select delivery_address as address from demo.orders where id = 'SO-11000'`,
  );
  expect(order).toEqual({ address: 'elsewhere' });
});
