import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import type { Step } from '@/lib/shared/steps';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';
import { waitFor } from '@/tests/support/wait-for';
import { Bulkhead } from './bulkhead';
import { DeskModel, type StandIn } from './desk-model';
import type { ModelCallRecord } from './model-call';
import { type ModelCallLog, withModelCalls } from './model-call-log';
import type { ModelLimits } from './model-limits';
import { ModelLink } from './model-link';

let server: ModelServer;
let script: Script;
let calls: ModelCallLog & { modelCalls: ModelCallRecord[] };
let steps: Step[];

const limits: ModelLimits = {
  firstTokenMs: 150,
  silenceMs: 80,
  callMs: 2_000,
  retryBaseMs: 2,
  longestRetryAfterMs: 1_000,
  failuresToRest: 2,
  restMs: 60,
};

beforeAll(async () => {
  server = await startModelServer((request, index) => script(request, index));
  Object.assign(process.env, server.env);
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
  steps = [];
  calls = { modelCalls: [], record: (step) => steps.push(step) };
});

const builtin: StandIn = {
  name: 'builtin',
  generate: async (_messages, _options, run) => {
    await run?.handleLLMNewToken('From the documents.');
    return {
      generations: [{ message: new AIMessage('From the documents.'), text: 'From the documents.' }],
    };
  },
};

function deskModel(changes: { limits?: Partial<ModelLimits>; standIn?: null } = {}): DeskModel {
  const bulkhead = new Bulkhead(8);
  const links = ['first', 'second'].map(
    (model) =>
      new ModelLink({ provider: 'openai', model }, bulkhead, { ...limits, ...changes.limits }),
  );
  const standIn = changes.standIn === null ? {} : { standIn: builtin };
  return new DeskModel({ purpose: 'answer', links, ...standIn });
}

const prompt = [new SystemMessage('You answer.'), new HumanMessage('How long?')];

/** Asks as a turn does. @returns the message, and what the person saw on the way */
async function ask(model: DeskModel, signal?: AbortSignal) {
  const shown: string[] = [];
  const handler = {
    awaitHandlers: true,
    handleLLMNewToken: (token: string, ...[, , , , fields]: unknown[]) => {
      const { chunk } = (fields ?? {}) as { chunk?: { generationInfo?: object } };
      shown.push(chunk?.generationInfo ? '(broken off)' : token);
    },
  };
  const turn = { turnId: 'turn', conversationId: 'conversation', log: calls };
  const message = await withModelCalls(turn, () =>
    model.invoke(prompt, { callbacks: [handler], ...(signal && { signal }) }),
  );
  return { message, shown: shown.join('') };
}

const asked = () => server.requests.map(({ model }) => model);
const outcomes = () => calls.modelCalls.map(({ model, outcome }) => `${model} ${outcome}`);

test('an answer is shown as it comes, and its call is recorded with its tokens', async () => {
  script = () => ({ text: 'Within thirty days.' });
  const { message, shown } = await ask(deskModel());
  expect([message.text, shown]).toEqual(['Within thirty days.', 'Within thirty days.']);
  expect(calls.modelCalls).toMatchObject([
    {
      turnId: 'turn',
      conversationId: 'conversation',
      purpose: 'answer',
      provider: 'openai',
      model: 'first',
      inputTokens: 10,
      outputTokens: 3,
      outcome: 'ok',
    },
  ]);
  expect(calls.modelCalls[0]?.firstTokenMs).toBeLessThanOrEqual(
    calls.modelCalls[0]?.durationMs ?? 0,
  );
  expect(calls.standIn).toBeUndefined();
});

test.each([
  ['refuses its key', { status: 401 }, ['first unauthorised']],
  ['refuses the request', { status: 400 }, ['first refused']],
  ['is overloaded', { status: 500 }, Array(3).fill('first overloaded')],
  ['wants no more for now', { status: 429 }, Array(3).fill('first limited')],
  [
    'wants no more for a minute',
    { status: 429, headers: { 'retry-after': '60' } },
    ['first limited'],
  ],
  ['breaks off before a word', { text: 'Within', cutAfter: 1 }, Array(2).fill('first cut')],
  ['sends what is no answer', { text: 'Within', garbageAfter: 1 }, Array(2).fill('first garbled')],
  ['says nothing', {}, Array(2).fill('first empty')],
  ['hangs', { isHanging: true }, ['first timeout']],
  ['falls silent before a word', { text: 'Within', hangAfter: 1 }, ['first timeout']],
])('when a model %s, the next one answers and nobody notices', async (_, reply, expected) => {
  script = ({ model }) => (model === 'first' ? reply : { text: 'Within thirty days.' });
  const { message, shown } = await ask(deskModel());
  expect([message.text, shown]).toEqual(['Within thirty days.', 'Within thirty days.']);
  expect(outcomes()).toEqual([...expected, 'second ok']);
  expect(message.response_metadata).toMatchObject({ provider: 'openai', model: 'second' });
  expect(calls.standIn).toBeUndefined();
});

test('a model that wants to be left alone for a moment is asked again after it', async () => {
  script = (_, index) =>
    index === 0 ? { status: 429, headers: { 'retry-after': '0' } } : { text: 'Yes.' };
  expect((await ask(deskModel())).message.text).toBe('Yes.');
  expect(outcomes()).toEqual(['first limited', 'first ok']);
});

test.each([
  ['is cut', { cutAfter: 3 }],
  ['is garbled', { garbageAfter: 3 }],
  ['falls silent', { hangAfter: 3 }],
])(
  'when an answer %s after words were shown, that is said, and a whole one follows',
  async (_, fault) => {
    script = (_request, index) => ({
      text: 'Within thirty days.',
      paceMs: 3,
      ...(index === 0 && fault),
    });
    const { message, shown } = await ask(deskModel());
    expect(shown).toBe('Within thirty (broken off)Within thirty days.');
    expect(message.text).toBe('Within thirty days.');
  },
);

test('when no model answers, the built-in one does, and the turn knows', async () => {
  script = () => ({ status: 503 });
  const { message, shown } = await ask(deskModel());
  expect([message.text, shown]).toEqual(['From the documents.', 'From the documents.']);
  expect(calls.standIn).toBe('model-fallback');
  const codes = steps.map((step) => step.kind === 'error' && step.detail.code);
  expect(codes).toEqual(Array(6).fill('model_overloaded'));
});

test('where nothing may stand in, a call that nobody answers fails with a sentence for people', async () => {
  script = () => ({ status: 401 });
  await expect(ask(deskModel({ standIn: null }))).rejects.toMatchObject({ code: 'unavailable' });
});

test('a model that fails again and again is left alone, then tried with one call', async () => {
  let isDown = true;
  script = ({ model }) => (model === 'first' && isDown ? { status: 401 } : { text: 'Yes.' });
  const model = deskModel();
  for (let turn = 0; turn < 4; turn += 1) await ask(model);
  expect(asked().filter((name) => name === 'first')).toHaveLength(2);
  isDown = false;
  await waitFor('it is tried again', async () => {
    await ask(model);
    return asked().at(-1) === 'first';
  });
  await ask(model);
  expect(asked().slice(-2)).toEqual(['first', 'first']);
});

test('a person who stops the turn ends the call at once, and nobody else is asked', async () => {
  script = () => ({ isHanging: true });
  const stop = new AbortController();
  const answer = ask(deskModel(), stop.signal);
  await expect.poll(asked).toEqual(['first']);
  stop.abort();
  await expect(answer).rejects.toThrow();
  await expect.poll(outcomes).toEqual(['first aborted']);
  expect(asked()).toEqual(['first']);
});

test('arguments that do not parse are handed on as such', async () => {
  const toolCalls = [
    { name: 'look', args: {}, rawArgs: '{"id": 4' },
    { name: 'find', args: { id: 5 } },
  ];
  script = () => ({ text: 'One moment.', toolCalls });
  const { message } = await ask(deskModel());
  expect(message).toMatchObject({
    invalid_tool_calls: [{ name: 'look', args: '{"id": 4' }],
    tool_calls: [{ name: 'find', args: { id: 5 } }],
  });
});

test('answers have ids of their own, also from a server that uses one again', async () => {
  script = () => ({ text: 'Yes.', completionId: 'chatcmpl-1' });
  const model = deskModel();
  const ids = [(await ask(model)).message.id, (await ask(model)).message.id];
  expect(new Set([...ids, 'chatcmpl-1', undefined]).size).toBe(4);
});

test('an answer in a given form is checked against it, also out of a code fence', async () => {
  const form = z.object({ to: z.enum(['a', 'b']) });
  script = () => ({ text: '```json\n{"to":"a"}\n```' });
  const model = deskModel().withStructuredOutput(form, { name: 'route' });
  const turn = { turnId: 'turn', conversationId: 'conversation', log: calls };
  expect(await withModelCalls(turn, () => model.invoke(prompt))).toEqual({ to: 'a' });
  expect(server.requests[0]).toMatchObject({
    response_format: { type: 'json_schema', json_schema: { name: 'route' } },
  });
  script = () => ({ text: '{"to":"c"}' });
  await expect(withModelCalls(turn, () => model.invoke(prompt))).rejects.toThrow();
});

test('an answer that does not end is stopped, and the next model is asked once', async () => {
  const text = 'x'.repeat(70_000);
  script = ({ model }) => (model === 'first' ? { text } : { text: 'Yes.' });
  expect((await ask(deskModel())).message.text).toContain('Yes.');
  expect(outcomes()).toEqual(['first refused', 'second ok']);
});

test('an answer that is given up half-way has cost what was sent and what came', async () => {
  const stop = new AbortController();
  script = () => ({ text: 'Within thirty days, I think.', hangAfter: 3 });
  const asking = ask(deskModel({ limits: { silenceMs: 5_000 } }), stop.signal);
  await expect.poll(() => server.requests.length).toBe(1);
  stop.abort();
  await expect(asking).rejects.toThrow();
  await expect.poll(outcomes).toEqual(['first aborted']);
  expect(calls.modelCalls[0]?.inputTokens).toBeGreaterThan(10);
});

test('a model that wants to be left alone for years is asked again within a day', async () => {
  const headers = { 'retry-after': '999999999' };
  script = ({ model }, index) =>
    model === 'first' && index === 0 ? { status: 429, headers } : { text: 'Yes.' };
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const model = deskModel();
  await ask(model);
  await ask(model);
  vi.setSystemTime(Date.now() + 86_400_000);
  await ask(model);
  expect(outcomes()).toEqual(['first limited', 'second ok', 'second ok', 'first ok']);
});

test('what a model wrote in the wrong form is not in the error, which is logged', async () => {
  script = () => ({ text: 'My card is 4111' });
  const form = z.object({ to: z.string() });
  const model = deskModel().withStructuredOutput(form, { name: 'route' });
  const turn = { turnId: 'turn', conversationId: 'conversation', log: calls };
  const error = await withModelCalls(turn, () => model.invoke(prompt)).catch(String);
  expect(error).not.toContain('card');
});
