import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '@/drizzle/schema/conversations';
import { demoReturns } from '@/drizzle/schema/demo';
import { db } from '@/lib/db/client';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { BrowserSession } from '@/tests/support/browser-session';
import { startDemoDesk } from '@/tests/support/demo-desk';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { callByMcp, connectMcpClient, keyOf } from '@/tests/support/mcp-client';

let demo: Awaited<ReturnType<typeof startDemoDesk>>;
let desk: DeskServer;

beforeAll(async () => {
  demo = await startDemoDesk();
  await addIndexedDocument({ title: 'Parking', texts: ['Visitors park on level two.'] });
  await addIndexedDocument({
    title: 'Badges',
    visibility: 'staff',
    texts: ['Staff park on level five and show their badge.'],
  });
  desk = await serveDesk();
});
afterAll(async () => {
  await desk.close();
  await demo.stop();
});

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };

const sent = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    ...headers,
  },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

test('a program finds what the account of its key may read, and only that', async () => {
  const [customer, staff] = await Promise.all([
    connectMcpClient(desk.url, 'customer@demo.test'),
    connectMcpClient(desk.url, 'viewer@demo.test'),
  ]);
  const { tools } = await customer.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search_knowledge', 'ask_frontdesk']);
  const args = { query: 'park on level', k: 5 };
  const found = await callByMcp(customer, 'search_knowledge', args);
  expect(found.data?.hits).toMatchObject([{ title: 'Parking', page: 1 }]);
  expect(found.text).toBe('[1] Parking, page 1\nVisitors park on level two.');
  const { data } = await callByMcp(staff, 'search_knowledge', args);
  expect(data?.hits).toHaveLength(2);
  const wrong = await callByMcp(customer, 'search_knowledge', { query: 'park', k: 900 });
  expect(wrong).toMatchObject({ isError: true });
  await Promise.all([customer.close(), staff.close()]);
});

test('a question is answered with its source; what is proposed waits for the person', async () => {
  const client = await connectMcpClient(desk.url, 'customer@demo.test');
  const { data: answered } = await callByMcp(client, 'ask_frontdesk', {
    question: 'Where do visitors park?',
  });
  expect(answered).toMatchObject({
    answer: expect.stringContaining('level two'),
    citations: [{ n: 1, document: 'Parking', page: 1 }],
    escalated: false,
  });
  const { data: proposed } = await callByMcp(client, 'ask_frontdesk', {
    question: 'I want to return SO-10421 because the sound crackles',
    conversation_id: answered?.conversationId,
  });
  expect(proposed).toMatchObject({
    answer: expect.stringContaining(`/?c=${answered?.conversationId}`),
    conversationId: answered?.conversationId,
    actions: [{ tool: 'request_return', state: 'proposed' }],
  });
  const returns = db().select().from(demoReturns).where(eq(demoReturns.orderId, 'SO-10421'));
  expect(await returns).toEqual([]);
  const say = (question: string) =>
    callByMcp(client, 'ask_frontdesk', { question, conversation_id: answered?.conversationId });
  const confirmed = await say('yes');
  expect(confirmed).toMatchObject({ isError: true, text: expect.stringContaining('in the chat') });
  expect(await returns).toEqual([]);
  const states = db().select({ state: actions.state }).from(actions);
  expect(await states).toEqual([{ state: 'proposed' }]);
  await say('no');
  expect(await states).toEqual([{ state: 'declined' }]);
  const other = await connectMcpClient(desk.url, 'viewer@demo.test');
  const refused = await callByMcp(other, 'ask_frontdesk', {
    question: 'And then?',
    conversation_id: answered?.conversationId,
  });
  expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('not found') });
  await Promise.all([client.close(), other.close()]);
});

test('without a key that holds nobody gets in, whatever cookie they have', async () => {
  const browser = new BrowserSession(desk.url);
  await browser.open((await createSignInLink({ email: 'admin@demo.test' })).url);
  const refused = await Promise.all([
    fetch(`${desk.url}/api/mcp`, sent(ping)),
    browser.fetch('/api/mcp', sent(ping)),
    browser.fetch('/api/mcp', sent(ping, { authorization: 'Bearer fd_wrong' })),
  ]);
  for (const response of refused) {
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({
      jsonrpc: '2.0',
      error: { code: -32_000, message: expect.stringContaining(' ') },
    });
  }
});

test('what is no message of the protocol is refused as such', async () => {
  const { key } = await keyOf('customer@demo.test');
  const post = (body: unknown) =>
    fetch(`${desk.url}/api/mcp`, sent(body, { authorization: `Bearer ${key}` }));
  expect((await post(ping)).status).toBe(200);
  expect(await (await post('{')).json()).toMatchObject({ error: { code: -32_700 } });
  expect(await (await post([ping, ping])).json()).toMatchObject({ error: { code: -32_600 } });
  for (const method of ['GET', 'DELETE']) {
    expect((await fetch(`${desk.url}/api/mcp`, { method })).status).toBe(405);
  }
});
