import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoOrders, demoRefunds, demoReturns } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { describeOperations } from '@/lib/business/describe-operations';
import { toApiDocument } from '@/lib/business/parse-document';
import { toOffer } from '@/lib/connections/offers-of';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { checkArguments } from '@/lib/json-schema/check-arguments';
import { serviceCredential } from './credential';
import { type DemoServer, startDemoServer } from './demo-server';
import { openApiDocument } from './openapi';

let server: DemoServer;

beforeAll(async () => {
  await seedDemoCompany(db());
  server = await startDemoServer();
});

afterAll(() => server.stop());

interface Asked {
  account?: string;
  key?: string;
  body?: object;
}

/** The status, and the code of the refusal or what was answered. */
async function ask(path: string, { account = 'C-1001', key = newId(), body }: Asked = {}) {
  const response = await fetch(`${server.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${serviceCredential()}`,
      'x-account-id': account,
      'idempotency-key': key,
    },
    body: body && JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, string>;
  return { status: response.status, code: answer.code, answer };
}

const startsAt = '2027-01-04T02:00:00Z';
const refund = '/orders/SO-10398/refunds';
const returns = '/orders/SO-10398/returns';
const cable = { sku: 'LW-CBL-09', quantity: 1, reason: 'x' };
const address = { address: '5 Quay Road, Singapore 049999', isForAccount: false };

test.each<[what: string, path: string, body: object]>([
  ['a refund below nothing', refund, { amount: '-5.00', reason: 'x' }],
  ['a refund of nothing', refund, { amount: '0.00', reason: 'x' }],
  ['a refund of less than a cent', refund, { amount: '0.001', reason: 'x' }],
  ['a refund in figures of a computer', refund, { amount: '1e3', reason: 'x' }],
  ['a refund that is a number', refund, { amount: 5, reason: 'x' }],
  ['a refund without a reason', refund, { amount: '5.00', reason: '' }],
  ['a reason without an end', refund, { amount: '5.00', reason: 'x'.repeat(501) }],
  ['a reason that cannot be stored', refund, { amount: '5.00', reason: 'a\u0000b' }],
  ['a return of less than nothing', returns, { ...cable, quantity: -1 }],
  ['a return of nothing', returns, { ...cable, quantity: 0 }],
  ['a return of half a thing', returns, { ...cable, quantity: 0.5 }],
  ['a return of very many', returns, { ...cable, quantity: 1e9 }],
  ['an address too short to be one', '/account/address', { ...address, address: 'x' }],
  ['an address without an end', '/account/address', { ...address, address: 'x'.repeat(301) }],
  ['an order of another name', '/account/address', { ...address, orderIds: ["'; drop table"] }],
  ['a calendar of another name', '/appointments', { calendarId: '../repair', startsAt }],
  [
    'a day that is not',
    '/appointments',
    { calendarId: 'repair', startsAt: '2027-02-30T02:00:00Z' },
  ],
  [
    'a time without a zone',
    '/appointments',
    { calendarId: 'repair', startsAt: '2027-01-04T02:00:00' },
  ],
])('%s is refused as not described, and nothing is stored', async (_, path, body) => {
  expect(await ask(path, { body })).toMatchObject({ status: 400, code: 'invalid_request' });
});

test.each<[what: string, path: string, body: object, code: string]>([
  [
    'a refund of more than all',
    refund,
    { amount: `${'9'.repeat(300)}.99`, reason: 'x' },
    'not_refundable',
  ],
  [
    'a refund of what has not arrived',
    '/orders/SO-10436/refunds',
    { amount: '5.00', reason: 'x' },
    'not_refundable',
  ],
  [
    'a return of what is on its way',
    '/orders/SO-10436/returns',
    { ...cable, sku: 'LW-KEY-04' },
    'not_returnable',
  ],
  [
    'a return of what is being packed',
    '/orders/SO-10440/returns',
    { ...cable, sku: 'LW-CAM-10' },
    'not_returnable',
  ],
  [
    'a time long ago',
    '/appointments',
    { calendarId: 'repair', startsAt: '0001-01-01T00:00:00Z' },
    'not_a_slot',
  ],
  [
    'a time in the far future',
    '/appointments',
    { calendarId: 'repair', startsAt: '9999-12-31T02:00:00Z' },
    'not_a_slot',
  ],
])('%s is refused by a rule', async (_, path, body, code) => {
  expect(await ask(path, { body })).toMatchObject({ status: 422, code });
});

test('what is another customer’s looks as if it were not there, and nothing of it changes', async () => {
  const booked = await ask('/calendars/repair/slots');
  const [slot] = (booked.answer as unknown as { slots: { startsAt: string }[] }).slots;
  const mine = await ask('/appointments', { body: { calendarId: 'repair', ...slot } });
  const { appointmentId } = mine.answer;
  const before = await db().select().from(demoOrders).where(eq(demoOrders.customerId, 'C-1001'));
  const paths: [string, object?][] = [
    ['/orders/SO-10398'],
    [refund],
    [refund, { amount: '5.00', reason: 'x' }],
    [refund, { amount: '5.00', reason: 'x', approvedBy: 'me' }],
    [returns, cable],
    ['/invoices/INV-2026-0017/disputes', { reason: 'x' }],
    ['/invoices/INV-2026-0017/copies', {}],
    ['/account/address', { ...address, orderIds: ['SO-10440'] }],
    [`/appointments/${appointmentId}/calendar`],
    [`/appointments/${appointmentId}/reschedule`, { startsAt: slot?.startsAt }],
    [`/appointments/${appointmentId}/cancel`, {}],
  ];
  for (const [path, body] of paths) {
    const theirs = await ask(path, { account: 'C-1031', body });
    expect(theirs, path).toMatchObject({ status: 404, code: 'not_found' });
    if (path.startsWith('/account')) continue;
    const nobodys = await ask(path.replace(/\d{5}/, '99999').replace('0017', '9999'), { body });
    expect(nobodys, path).toMatchObject({ status: 404, code: 'not_found' });
  }
  expect(await db().select().from(demoOrders).where(eq(demoOrders.customerId, 'C-1001'))).toEqual(
    before,
  );
});

test.each([
  ['an account that nobody has', 'C-9999', 404],
  ['no account', '', 403],
  ['a member of staff', 'staff:omar@demo.test', 403],
  ['an account without an end', `C-${'9'.repeat(5_000)}`, 404],
])('for %s nothing is booked', async (_, account, status) => {
  const { answer } = await ask('/calendars/repair/slots');
  const slot = (answer as unknown as { slots: { startsAt: string }[] }).slots.at(-1);
  const body = { calendarId: 'repair', ...slot };
  expect((await ask('/appointments', { account, body })).status).toBe(status);
});

test('a key without an end is refused', async () => {
  // Beyond what an index of the database holds, however well it is packed.
  const key = Array.from({ length: 400 }, () => newId()).join('');
  const refused = await ask(refund, { key, body: { amount: '5.00', reason: 'x' } });
  expect(refused).toMatchObject({ status: 400, code: 'invalid_request' });
});

test('returns and refunds of an order at once never pay back more than it cost', async () => {
  const order = eq(demoReturns.orderId, 'SO-10398');
  const asks = Array.from({ length: 12 }, (_, index) =>
    index % 3 === 0
      ? ask(returns, { body: { sku: 'LW-CHG-08', quantity: 1, reason: 'x' } })
      : ask(refund, { body: { amount: '40.00', reason: 'x', approvedBy: 'Omar' } }),
  );
  const answers = await Promise.all(asks);
  expect(answers.every(({ status }) => status === 200 || status === 422)).toBe(true);
  const back = await db().select().from(demoReturns).where(order);
  const paid = await db().select().from(demoRefunds).where(eq(demoRefunds.orderId, 'SO-10398'));
  const cents =
    back.reduce((sum, { refundCents }) => sum + refundCents, 0) +
    paid.reduce((sum, { amountCents }) => sum + amountCents, 0);
  expect(cents).toBeGreaterThan(0);
  expect(cents).toBeLessThanOrEqual(10_700);
});

test('who agreed to a refund is offered to nobody who connects it: the desk itself says it', () => {
  const document = toApiDocument(JSON.parse(JSON.stringify(openApiDocument())));
  const refund = describeOperations(document).find(({ operationId: id }) => id === 'refundOrder');
  if (!refund) throw new Error('there is no refund');
  expect(refund.places).toHaveProperty('approvedBy');
  const { input } = toOffer(refund);
  const given = { orderId: 'SO-10421', amount: '5.00', reason: 'x', 'X-Account-Id': 'C-1001' };
  expect(checkArguments(input, given)).toBeUndefined();
  expect(checkArguments(input, { ...given, approvedBy: 'me' })).toContain('approvedBy');
});
