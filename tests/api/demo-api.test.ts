import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAppointments, demoCustomers, demoRefunds, demoReturns } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';
import { listMails } from '@/lib/db/mails';
import { serviceCredential } from '@/lib/demo/credential';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { addDays, isoWeekday, zonedDate } from '@/lib/time-zone';

let server: DemoServer;

beforeAll(async () => {
  await seedDemoCompany(db());
  server = await startDemoServer();
});

afterAll(() => server.stop());

function call(path: string, init: { account?: string; key?: string; body?: unknown } = {}) {
  const { account = 'C-1001', key, body } = init;
  return fetch(`${server.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${serviceCredential()}`,
      'x-account-id': account,
      ...(key && { 'idempotency-key': key }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

function rowsOf(table: typeof demoReturns | typeof demoRefunds, orderId: string) {
  return db().select().from(table).where(eq(table.orderId, orderId));
}

async function freeSlots(calendar: string): Promise<string[]> {
  const response = await call(`/calendars/${calendar}/slots`);
  const { slots } = (await response.json()) as { slots: { startsAt: string }[] };
  return slots.map(({ startsAt }) => startsAt);
}

test('the desk reads a customer’s order with its items', async () => {
  const response = await call('/orders/SO-10421');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    orderId: 'SO-10421',
    status: 'delivered',
    total: '329.00',
    currency: 'SGD',
    items: [
      {
        sku: 'LW-HPH-02',
        name: 'Drift noise-cancelling headphones',
        quantity: 1,
        unitPrice: '329.00',
        returned: 0,
      },
    ],
  });
});

test('seeding twice changes nothing', async () => {
  await seedDemoCompany(db());
  const { orders } = await (await call('/orders')).json();
  expect(orders.map((order: { orderId: string }) => order.orderId)).toEqual([
    'SO-10440',
    'SO-10436',
    'SO-10421',
    'SO-10398',
    'SO-10302',
  ]);
});

test('without the service credential nothing is told', async () => {
  const open = await fetch(`${server.url}/orders/SO-10421`, {
    headers: { 'x-account-id': 'C-1001' },
  });
  expect(open.status).toBe(401);
  const wrong = await fetch(`${server.url}/orders/SO-10421`, {
    headers: { 'x-account-id': 'C-1001', authorization: 'Bearer guessed' },
  });
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get('content-type')).toContain('application/problem+json');
});

test('without a customer nothing of a customer is told', async () => {
  const response = await call('/orders', { account: '' });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'missing_customer', status: 403 });
});

test.each([
  ['order', '/orders/SO-10421'],
  ['invoice', '/invoices/INV-2026-0042'],
  ['payments', '/invoices/INV-2026-0042/payments'],
])('another customer’s %s looks like one that does not exist', async (_, path) => {
  const others = await call(path, { account: 'C-1002' });
  const unknown = await call(path.replace(/\d{4,5}(?=$|\/)/, (id) => '9'.repeat(id.length)));
  expect([others.status, unknown.status]).toEqual([404, 404]);
});

test('an invoice paid in part and past its date is overdue', async () => {
  const response = await call('/invoices/INV-2026-0017/payments');
  expect(await response.json()).toMatchObject({
    status: 'overdue',
    total: '240.00',
    paid: '100.00',
    outstanding: '140.00',
    payments: [{ amount: '100.00', method: 'bank-transfer', status: 'settled' }],
  });
});

test('twenty times the same return request at once is one return', async () => {
  const request = {
    key: newId(),
    body: { sku: 'LW-CBL-09', quantity: 1, reason: 'Too short' },
  };
  const responses = await Promise.all(
    Array.from({ length: 20 }, () => call('/orders/SO-10398/returns', request)),
  );
  const bodies = await Promise.all(responses.map((response) => response.json()));
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(bodies.map(({ returnId }) => returnId)).size).toBe(1);
  expect(await rowsOf(demoReturns, 'SO-10398')).toHaveLength(1);
});

test('the same key with another request is refused', async () => {
  const key = newId();
  const body = { sku: 'LW-HPH-02', quantity: 1, reason: 'Crackles' };
  expect((await call('/orders/SO-10421/returns', { key, body })).status).toBe(200);
  const other = await call('/orders/SO-10421/returns', { key, body: { ...body, reason: 'Other' } });
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ code: 'key_reused' });
});

test.each([
  ['not yet delivered', 'SO-10436', { sku: 'LW-KEY-04', quantity: 1, reason: 'x' }, 422],
  ['delivered long ago', 'SO-10302', { sku: 'LW-SPK-03', quantity: 1, reason: 'x' }, 422],
  ['more than were bought', 'SO-10398', { sku: 'LW-CBL-09', quantity: 3, reason: 'x' }, 422],
  ['not in the order', 'SO-10421', { sku: 'LW-MON-06', quantity: 1, reason: 'x' }, 404],
  ['without a reason', 'SO-10398', { sku: 'LW-CBL-09', quantity: 1 }, 400],
])('a return of something %s is refused', async (_, orderId, body, status) => {
  const response = await call(`/orders/${orderId}/returns`, { body });
  expect(response.status).toBe(status);
});

test('ten customers want the same slot and one gets it', async () => {
  const [startsAt] = await freeSlots('repair');
  const responses = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      call('/appointments', {
        account: `C-${1001 + index}`,
        key: newId(),
        body: { calendarId: 'repair', startsAt, topic: 'Cracked screen' },
      }),
    ),
  );
  const statuses = responses.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  expect(await db().select().from(demoAppointments)).toHaveLength(1);
  expect(await freeSlots('repair')).not.toContain(startsAt);
});

test('a cancelled appointment frees its slot, and only its own customer can cancel', async () => {
  const [startsAt] = await freeSlots('advice');
  const booked = await call('/appointments', { body: { calendarId: 'advice', startsAt } });
  const { appointmentId } = await booked.json();
  const path = `/appointments/${appointmentId}/cancel`;
  expect((await call(path, { account: 'C-1002', body: {} })).status).toBe(404);
  expect((await call(path, { body: {} })).status).toBe(200);
  expect((await call(path, { body: {} })).status).toBe(422);
  expect(await freeSlots('advice')).toContain(startsAt);
});

test('a time between the slots or in the past cannot be booked', async () => {
  const [startsAt = ''] = await freeSlots('repair');
  const between = new Date(Date.parse(startsAt) + 60_000).toISOString();
  const past = new Date(Date.parse(startsAt) - 28 * 86_400_000).toISOString();
  for (const start of [between, past]) {
    const body = { calendarId: 'repair', startsAt: start };
    expect((await call('/appointments', { body })).status).toBe(422);
  }
});

test('an appointment moves to one time only, and never onto somebody else’s', async () => {
  const [mine, wanted, other] = await freeSlots('home-setup');
  const book = async (account: string, startsAt: string | undefined) =>
    (await call('/appointments', { account, body: { calendarId: 'home-setup', startsAt } })).json();
  const { appointmentId } = await book('C-1001', mine);
  await book('C-1002', other);
  const move = (startsAt: string | undefined, account = 'C-1001') =>
    call(`/appointments/${appointmentId}/reschedule`, {
      account,
      key: newId(),
      body: { startsAt },
    });
  expect((await move(wanted, 'C-1002')).status).toBe(404);
  expect((await move(other)).status).toBe(409);
  expect(await freeSlots('home-setup')).not.toContain(mine);
  const moved = await Promise.all([move(wanted), move(wanted)]);
  expect(moved.map(({ status }) => status)).toEqual([200, 200]);
  expect(await moved[0]?.json()).toMatchObject({ appointmentId, startsAt: wanted });
  const free = await freeSlots('home-setup');
  expect([free.includes(mine ?? ''), free.includes(wanted ?? '')]).toEqual([true, false]);
});

test('refunds at once stay within the limit of the order', async () => {
  const refund = (amount: string) =>
    call('/orders/SO-10398/refunds', { key: newId(), body: { amount, reason: 'Scratched' } });
  expect((await refund('900.00')).status).toBe(422);
  const tried = await Promise.all(Array.from({ length: 4 }, () => refund('30.00')));
  expect(tried.map(({ status }) => status).sort()).toEqual([200, 200, 422, 422]);
  expect(await rowsOf(demoRefunds, 'SO-10398')).toHaveLength(2);
});

test('what was refunded is not paid again for a return', async () => {
  const account = 'C-1002';
  const { items, total } = await (await call('/orders/SO-11000', { account })).json();
  const { allowed } = await (await call('/orders/SO-11000/refunds', { account })).json();
  const refund = { amount: allowed, reason: 'A scratch on the case' };
  const refunded = await call('/orders/SO-11000/refunds', { account, key: newId(), body: refund });
  expect([refunded.status, Number(allowed) > 0, Number(total) > 0]).toEqual([200, true, true]);
  const body = { sku: items[0].sku, quantity: items[0].quantity, reason: 'Too heavy' };
  const refusal = await call('/orders/SO-11000/returns', { account, key: newId(), body });
  expect(await refusal.json()).toMatchObject({
    code: 'not_returnable',
    detail: 'It was refunded already.',
  });
});

test('a copy of an invoice is sent once, to the account’s own address', async () => {
  const request = { key: newId(), body: {} };
  const path = '/invoices/INV-2026-0042/copies';
  await call(path, request);
  expect(await (await call(path, request)).json()).toMatchObject({ sentTo: 'customer@demo.test' });
  const mails = await listMails();
  expect(mails).toMatchObject([{ to: 'customer@demo.test' }]);
  expect(mails[0]?.body).toContain('SGD 329.00');
  expect((await call(path, { ...request, account: 'C-1002' })).status).toBe(404);
});

test('an invoice is disputed once at a time', async () => {
  const dispute = () =>
    call('/invoices/INV-2026-0017/disputes', { key: newId(), body: { reason: 'Not done yet' } });
  const statuses = (await Promise.all([dispute(), dispute()])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 409]);
});

test('an expense is claimed by staff, once, and within the rules', async () => {
  const claim = (body: object, account = 'staff:omar') =>
    call('/expense-claims', { account, key: newId(), body });
  // The latest Monday that is over, and Sundays around it.
  const today = zonedDate(new Date(), 'Asia/Singapore');
  const monday = addDays(today, -isoWeekday(today) - 6);
  const taxi = { spentOn: monday, category: 'travel', amount: '42.50', hasReceipt: true };
  const meal = { spentOn: monday, category: 'meals', amount: '12.00', hasReceipt: false };
  expect((await claim(taxi, 'C-1001')).status).toBe(403);
  for (const ok of [taxi, meal]) expect((await claim(ok)).status).toBe(200);
  const codeOf = async (body: object) => (await (await claim(body)).json()).code;
  const refused = [
    [taxi, 'duplicate'],
    [{ ...taxi, hasReceipt: false }, 'no_receipt'],
    [{ ...taxi, amount: '900.00' }, 'over_limit'],
    [{ ...taxi, spentOn: addDays(today, 1) }, 'in_future'],
    [{ ...taxi, spentOn: addDays(today, -91) }, 'too_old'],
    [{ ...meal, spentOn: addDays(monday, -1) }, 'closed_day'],
    [{ ...meal, category: 'entertainment' }, 'not_covered'],
    [{ ...taxi, spentOn: '2026-02-30' }, 'invalid_request'],
    [{ ...taxi, amount: '-42.50' }, 'invalid_request'],
    [{ ...taxi, amount: '0.00' }, 'invalid_request'],
    [{ ...taxi, amount: '42.505' }, 'invalid_request'],
    [{ ...taxi, amount: 42.5 }, 'invalid_request'],
    [{ ...taxi, amount: `${'9'.repeat(400)}.00` }, 'over_limit'],
  ] as const;
  for (const [body, code] of refused) expect(await codeOf(body)).toBe(code);
  expect((await claim({ ...taxi, spentOn: addDays(today, -90) })).status).toBe(200);
  expect((await claim(taxi, 'staff:vera')).status).toBe(200);
});

test('orders go to the new address while they are being packed', async () => {
  const change = (orderIds: string[], account?: string) => {
    const body = { address: '5 Quay Road, Singapore 049999', orderIds, isForAccount: true };
    return call('/account/address', { account, key: newId(), body });
  };
  expect((await change(['SO-10440'], 'C-1002')).status).toBe(404);
  expect((await change(['SO-10440', 'SO-10436'])).status).toBe(422);
  expect(await (await call('/account')).json()).toMatchObject({
    address: expect.stringContaining('12 Harbour Street'),
  });
  expect((await change(['SO-10440'])).status).toBe(200);
  expect(await (await call('/account')).json()).toMatchObject({
    address: '5 Quay Road, Singapore 049999',
  });
});

test('a desk that was seeded before addresses were kept is given them', async () => {
  await db().update(demoCustomers).set({ address: null });
  await seedDemoCompany(db());
  const { address } = await (await call('/account')).json();
  expect(address).toContain('12 Harbour Street');
});

test('a body that is not JSON is a problem, not a crash', async () => {
  const response = await fetch(`${server.url}/appointments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${serviceCredential()}`, 'x-account-id': 'C-1001' },
    body: '{"calendarId":',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'invalid_request' });
});

test('the OpenAPI document names every operation and its parameters', async () => {
  const document = await (await fetch(`${server.url}/openapi.json`)).json();
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/orders/{orderId}/returns'].post).toMatchObject({
    operationId: 'requestReturn',
    requestBody: {
      content: { 'application/json': { schema: { required: ['sku', 'reason'] } } },
    },
  });
});
