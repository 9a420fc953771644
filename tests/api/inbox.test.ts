import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { makeCase, saySomething } from '@/tests/support/make-case';

let desk: TestDesk;
let operator: string;

beforeAll(async () => {
  desk = await startDesk();
  operator = await desk.createKey('operator@demo.test');
});
afterAll(() => desk?.stop());

const as = (key: string) => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
});

function post(path: string, body?: unknown, key = operator): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return desk.fetch(path, { method: 'POST', headers: as(key), body: text });
}

test('an operator takes a case, replies once however often it is sent, and hands back', async () => {
  const { caseId } = await makeCase();
  const taken = await post(`/api/inbox/${caseId}/take`);
  expect(taken.status).toBe(200);
  const { ownerVersion } = await taken.json();

  const reply = { id: randomUUID(), text: 'Hello, how can I help?', ownerVersion };
  expect((await post(`/api/inbox/${caseId}/reply`, reply)).status).toBe(201);
  expect((await post(`/api/inbox/${caseId}/reply`, reply)).status).toBe(200);

  const shown = await desk.fetch(`/api/inbox/${caseId}`, { headers: as(operator) });
  const { messages, isMine } = await shown.json();
  expect(isMine).toBe(true);
  expect(messages.map((message: { role: string }) => message.role)).toEqual(['user', 'assistant']);

  expect((await post(`/api/inbox/${caseId}/hand-back`)).status).toBe(200);
  const late = await post(`/api/inbox/${caseId}/reply`, { ...reply, id: randomUUID() });
  expect(late.status).toBe(409);
  expect((await late.json()).error.code).toBe('not_owner');
});

test('two operators who take a case at once are told apart: one has it, one is told', async () => {
  const { caseId } = await makeCase();
  const admin = await desk.createKey('admin@demo.test');
  const answers = await Promise.all([
    post(`/api/inbox/${caseId}/take`),
    post(`/api/inbox/${caseId}/take`, undefined, admin),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("a person's message reaches the operator's open inbox", async () => {
  const { caseId, conversationId } = await makeCase();
  const stop = new AbortController();
  const stream = await desk.fetch('/api/inbox/events', {
    headers: as(operator),
    signal: stop.signal,
  });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  await saySomething(conversationId, 'Is anybody there?');
  let heard = '';
  for await (const piece of stream.body ?? []) {
    heard += new TextDecoder().decode(piece);
    if (heard.includes(caseId)) break;
  }
  expect(heard).toContain(`data: ${JSON.stringify({ caseId })}`);
  stop.abort();
});

test('those who do not work the inbox see none of it', async () => {
  const { caseId } = await makeCase();
  const customer = await desk.createKey('customer@demo.test');
  const viewer = await desk.createKey('viewer@demo.test');
  for (const key of [customer, viewer]) {
    expect((await desk.fetch('/api/inbox', { headers: as(key) })).status).toBe(403);
    expect((await desk.fetch(`/api/inbox/${caseId}`, { headers: as(key) })).status).toBe(403);
    expect((await post(`/api/inbox/${caseId}/take`, undefined, key)).status).toBe(403);
  }
  expect((await desk.fetch('/api/inbox')).status).toBe(401);
});

test('bad input is refused with a sentence, unknown cases are not found', async () => {
  const { caseId } = await makeCase();
  const reply = `/api/inbox/${caseId}/reply`;
  const empty = { id: randomUUID(), text: '  ', ownerVersion: 1 };
  for (const body of [{}, empty, { ...empty, text: 'x', ownerVersion: 'one' }]) {
    const response = await post(reply, body);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatchObject({ code: 'invalid_request' });
  }
  const noJson = await desk.fetch(reply, { method: 'POST', headers: as(operator), body: '{' });
  expect((await noJson.json()).error.code).toBe('invalid_json');
  expect((await desk.fetch('/api/inbox?state=lost', { headers: as(operator) })).status).toBe(400);
  expect((await post('/api/inbox/nowhere/take')).status).toBe(404);
});
