import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { changeDocument } from '@/knowledge/documents/change-document';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { listMessages } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import { type Step, stepDetailSchemas } from '@/lib/shared/steps';
import { demoPerson } from '@/tests/support/demo-person';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';
import { admin } from '@/tests/support/principals';
import { startTurn } from './run-turn';
import { resumeTurn } from './turns/resume-turn';

let model: ModelServer;
let demo: DemoServer;
let customer: Principal;
let script: Script;

beforeAll(async () => {
  model = await startModelServer((request, index) => script(request, index));
  Object.assign(process.env, model.env);
  demo = await startDemoServer();
  reachDemoApiAt(demo.port);
  customer = await demoPerson('customer');
  await seedDemoCompany(db());
  await addIndexedDocument({
    title: 'Ferries',
    texts: [
      'A ticket for the ferry costs 12 crowns.',
      'The ferry sails at noon and at six.',
      'A ticket for dogs costs 3 crowns; they sail on the lower deck.',
    ],
  });
});
beforeEach(() => {
  model.requests.length = 0;
});
afterAll(async () => {
  await demo.stop();
  await model.close();
});

async function say(text: string, conversationId: string = randomUUID()) {
  const message = { id: newId(), text };
  return await (await startTurn({ principal: customer, conversationId, message })).result;
}

async function retrievalOf(turnId: string | null) {
  const steps = await listSteps(turnId ?? '');
  const found = steps.find(({ kind }) => kind === 'retrieval');
  return stepDetailSchemas.retrieval.parse(found?.detail);
}

const isRewrite = ({ messages }: Parameters<Script>[0]) =>
  JSON.stringify(messages[0]).includes('Rewrite the person');

describe('a follow-up question', () => {
  const before = 'How much is a ticket for the ferry?';

  test('costs one call of a model like any other, where its words tell what is meant', async () => {
    script = () => ({ text: 'So it is [1].' });
    const conversationId = randomUUID();
    await say(before, conversationId);
    const asked = model.requests.length;
    const result = await say('And for dogs?', conversationId);
    expect(model.requests.length - asked).toBe(1);
    const { query, trace } = await retrievalOf(result.turnId);
    expect(query).toBe('how much is a ticket for the dogs');
    expect(trace?.considered.map(({ outcome }) => outcome)).toContain('shown');
    expect(JSON.stringify(model.requests.at(-1))).toContain('it asks: <asked>');
  });

  test('is rewritten by the small model where its words find nothing, and that is a step', async () => {
    script = (request) =>
      isRewrite(request)
        ? { text: JSON.stringify({ question: 'When does the ferry sail?' }) }
        : { text: 'So it is [1].' };
    const conversationId = randomUUID();
    await say(before, conversationId);
    const result = await say('And is insurance for that included?', conversationId);
    expect(await retrievalOf(result.turnId)).toMatchObject({
      query: 'When does the ferry sail?',
      isAnswered: true,
    });
    const rewrites = model.requests.filter(isRewrite);
    expect(rewrites).toHaveLength(1);
    const kinds = (await listSteps(result.turnId ?? '')).map(({ kind }) => kind);
    expect(kinds.filter((kind: Step['kind']) => kind === 'model')).toHaveLength(2);
  });

  test.each([
    ['says something else', { text: 'No.' }],
    ['is broken', { status: 500 }],
    ['takes too long', { text: '{"question":"When does it sail?"}', delayMs: 20_000 }],
  ])('is answered without the small model when that %s', async (_, reply) => {
    script = (request) => (isRewrite(request) ? reply : { text: 'So it is.' });
    const conversationId = randomUUID();
    await say(before, conversationId);
    const result = await say('And is insurance for that included?', conversationId);
    expect(result.state).toBe('completed');
    expect(await retrievalOf(result.turnId)).toMatchObject({ isAnswered: false });
  });
});

test('a turn that goes on after a document was hidden neither reads nor cites it', async () => {
  const id = await addIndexedDocument({
    title: 'Sound',
    texts: ['A sound that crackles is a fault of the grommetlace, and may come back.'],
  });
  const item = { order_id: 'SO-10421', reason: 'the sound crackles' };
  script = ({ messages }) => {
    const done = messages.filter(({ role }) => role === 'tool').length;
    const search = { name: 'search_knowledge', args: { query: 'fault of a sound that crackles' } };
    if (done === 0) return { text: 'The grommetlace is at fault [1].', toolCalls: [search] };
    if (done === 1) return { toolCalls: [{ name: 'request_return', args: item }] };
    return { text: 'It is on its way [1].' };
  };
  const conversationId = randomUUID();
  const paused = await say('I want to return SO-10421, the sound crackles', conversationId);
  expect(paused).toMatchObject({ state: 'awaiting-approval' });
  expect(JSON.stringify(model.requests)).toContain('fault of the grommetlace');

  await changeDocument(admin, id, { visibility: 'staff' });
  model.requests.length = 0;
  const { turnId } = await decideAction({
    principal: customer,
    actionId: paused.actions[0]?.actionId ?? '',
    decision: 'approve',
  });
  const done = await (await resumeTurn(turnId))?.result;
  expect(done).toMatchObject({ state: 'completed', citations: [] });
  expect(done?.answer).toBe('It is on its way [1].');
  expect(model.requests.length).toBeGreaterThan(0);
  expect(JSON.stringify(model.requests)).not.toContain('fault of the grommetlace');
  expect(JSON.stringify(await listMessages(conversationId))).not.toContain('grommetlace');
});
