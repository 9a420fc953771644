import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTurn } from '@/agents/run-turn';
import { modelCalls } from '@/drizzle/schema/models';
import { db } from '@/lib/db/client';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { findOpenTurn } from '@/lib/db/conversations/turns';
import { newId } from '@/lib/ids';
import { addIndexedDocument } from './indexed-document';
import {
  type ModelServer,
  type Script,
  type ScriptedReply,
  startModelServer,
} from './model-server';
import { guest } from './principals';

type Provider = 'openai' | 'anthropic' | 'ollama';

const question = 'What does a ticket for the ferry cost?';
const said = 'A ticket costs 12 crowns [1].';
/** The document's own words: what the built-in model says. */
const quoted = 'A ticket for the ferry costs 12 crowns.';
const call = (name: string, args: Record<string, unknown>): ScriptedReply => ({
  toolCalls: [{ name, args }],
});
const search = call('search_knowledge', { query: 'ferry ticket' });

let model: ModelServer;
let script: Script;

/** What became of one message. */
async function ask(conversationId: string = randomUUID()) {
  const message = { id: newId(), text: question };
  const turn = await startTurn({ principal: guest, conversationId, message });
  const { turnId, state, answer } = await turn.result;
  const [told, ...more] = (await listMessages(conversationId)).filter(
    (row) => row.turnId === turnId,
  );
  expect(more).toEqual([]);
  expect(await findOpenTurn(db(), conversationId)).toBeNull();
  const notices = storedParts(told ?? { parts: [] }).flatMap((part) =>
    part.type === 'data-notice' ? [part.data.code] : [],
  );
  const calls = await db()
    .select()
    .from(modelCalls)
    .where(eq(modelCalls.turnId, turnId ?? ''))
    .orderBy(modelCalls.startedAt);
  return {
    conversationId,
    state,
    answer,
    notices,
    calls,
    outcomes: calls.map((each) => each.outcome),
  };
}

/** Plays replies in order; the last one for ever. */
function play(...replies: ScriptedReply[]): void {
  let next = 0;
  script = () => {
    const reply = replies[Math.min(next, replies.length - 1)] ?? {};
    next += 1;
    return reply;
  };
}

/** After whatever went wrong, the same person asks again in the same conversation, and is answered. */
async function expectRecovery(conversationId: string): Promise<void> {
  play({ text: said });
  expect(await ask(conversationId)).toMatchObject({ state: 'completed', answer: said });
}

/** Holds a provider's wire to every fault that it can have, through whole turns of the desk. */
export function holdToConformance(provider: Provider): void {
  beforeAll(async () => {
    model = await startModelServer((request, index) => script(request, index), provider);
    const patience = { MODEL_FIRST_TOKEN_SECONDS: '0.5', MODEL_SILENCE_SECONDS: '0.5' };
    Object.assign(process.env, model.env, patience);
    await addIndexedDocument({ title: 'Ferries', texts: [quoted] });
  });
  beforeEach(() => {
    model.requests.length = 0;
  });
  afterAll(async () => {
    await model.close();
    // Whatever happened, no request was of a form that a strict provider refuses.
    expect(model.refusals).toEqual([]);
  });
  holdToAnswers(provider);
  holdToFaults();
  holdToLoops();
}

function holdToAnswers(provider: Provider): void {
  test('an answer comes in a stream, and its call is kept with its tokens', async () => {
    play({ text: said });
    const { calls, ...asked } = await ask();
    expect(asked).toMatchObject({ state: 'completed', answer: said, notices: [] });
    expect(calls).toMatchObject([
      {
        provider,
        model: 'scripted',
        purpose: 'answer',
        outcome: 'ok',
        inputTokens: 10,
        outputTokens: 6,
      },
    ]);
    expect(model.requests).toMatchObject([{ stream: true }]);
  });

  test('a tool is called and its result answered from', async () => {
    play(search, { text: said });
    expect(await ask()).toMatchObject({ answer: said, outcomes: ['ok', 'ok'] });
    expect(JSON.stringify(model.requests.at(-1)?.messages)).toContain(quoted);
  });

  test('two tools that are called at once are both answered', async () => {
    const both = [...(search.toolCalls ?? []), ...(call('list_orders', {}).toolCalls ?? [])];
    play({ text: 'Let me look.', toolCalls: both }, { text: said });
    const { answer, state } = await ask();
    expect([state, answer]).toEqual(['completed', `Let me look.\n\n${said}`]);
    expect(model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool')).toHaveLength(2);
  });
}

function holdToFaults(): void {
  test.each<[string, ScriptedReply, string[]]>([
    ['refuses the key', { status: 401 }, ['unauthorised']],
    ['refuses the request', { status: 400 }, ['refused']],
    ['is overloaded', { status: 500 }, ['overloaded', 'overloaded', 'overloaded']],
    ['does not answer', { isHanging: true }, ['timeout']],
    ['says nothing', {}, ['empty', 'empty']],
  ])(
    'when the provider %s, the built-in model answers and says so',
    async (_fault, reply, outcomes) => {
      play(reply);
      const asked = await ask();
      expect(asked).toMatchObject({ state: 'completed', notices: ['model-fallback'], outcomes });
      expect(asked.answer).toContain(quoted);
      await expectRecovery(asked.conversationId);
    },
  );

  test.each<[string, ScriptedReply, string]>([
    ['is overloaded once', { status: 503 }, 'overloaded'],
    ['asks for a short pause', { status: 429, headers: { 'retry-after': '0' } }, 'limited'],
    ['breaks off before a word', { text: said, cutAfter: 0 }, 'cut or unreachable'],
    ['says nothing once', {}, 'empty'],
  ])('a provider that %s is asked again, and nobody notices', async (_fault, reply, outcome) => {
    play(reply, { text: said });
    expect(await ask()).toMatchObject({
      answer: said,
      notices: [],
      outcomes: [expect.toSatisfy((each) => outcome.includes(each)), 'ok'],
    });
  });

  test.each<[string, ScriptedReply, string]>([
    ['breaks off', { cutAfter: 4 }, 'cut'],
    ['sends what cannot be read', { garbageAfter: 4 }, 'garbled'],
    ['falls silent', { hangAfter: 4 }, 'timeout'],
  ])(
    'an answer that %s in the middle is no answer: the whole one follows it',
    async (_fault, fault, outcome) => {
      play({ text: 'A ticket costs about', paceMs: 15, ...fault });
      const asked = await ask();
      expect(asked.outcomes).toContain(outcome);
      expect(asked.notices).toEqual(['broken-off', 'model-fallback']);
      expect(asked.answer).toContain(quoted);
      await expectRecovery(asked.conversationId);
    },
  );
}

function holdToLoops(): void {
  test('a model that calls tools without end is stopped, and a person called', async () => {
    let asked = 0;
    script = () => {
      asked += 1;
      return call('search_knowledge', { query: `ferry ticket ${asked}` });
    };
    const { state, notices } = await ask();
    expect(state).toBe('handed-off');
    expect(notices).toContain('too-many-steps');
    expect(asked).toBeLessThan(20);
  });

  test('a call of a tool that there is not is told so', async () => {
    play(call('refund_everything', { amount: 1 }), { text: said });
    expect(await ask()).toMatchObject({ state: 'completed', answer: said });
  });

  test('arguments that do not fit are told so', async () => {
    play(call('search_knowledge', { quarry: 7 }), { text: said });
    expect(await ask()).toMatchObject({ state: 'completed', answer: said });
  });
}
