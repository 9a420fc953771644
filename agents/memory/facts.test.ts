import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTurn } from '@/agents/run-turn';
import type { Principal } from '@/lib/auth/principal';
import { toGuest } from '@/lib/auth/to-principal';
import { eraseAllPersonFacts, listPersonFacts } from '@/lib/db/conversations/person-facts';
import { listSteps } from '@/lib/db/conversations/steps';
import { newId } from '@/lib/ids';
import { demoPerson } from '@/tests/support/demo-person';
import { type ModelServer, startModelServer } from '@/tests/support/model-server';

let model: ModelServer;
let customer: Principal;
/** What the model asks to be remembered, at its next chance. */
let wanted: string | undefined;

beforeAll(async () => {
  model = await startModelServer(({ tools }) => {
    const fact = wanted;
    // The model is asked to route a message, too.
    const isAnswering = tools?.some(({ function: { name } }) => name === 'remember_fact');
    if (fact === undefined || !isAnswering) return { text: 'The model answers.' };
    wanted = undefined;
    return { toolCalls: [{ name: 'remember_fact', args: { fact } }] };
  });
  Object.assign(process.env, model.env);
  customer = await demoPerson('customer');
});
beforeEach(async () => {
  await eraseAllPersonFacts(customer.id);
  model.requests.length = 0;
});
afterAll(() => model.close());

async function say(text: string, principal: Principal = customer) {
  const message = { id: newId(), text };
  return await (await startTurn({ principal, conversationId: randomUUID(), message })).result;
}

const lastPrompt = () => JSON.stringify(model.requests.at(-1)?.messages);

test('what a person wants remembered is told to the model in their next conversation, until they erase it', async () => {
  wanted = 'I <b>never</b> answer the phone';
  const result = await say('My invoice is wrong. By the way, I <b>never</b> answer the phone.');
  expect(result.answer).toBe('The model answers.');
  const [fact] = await listPersonFacts(customer.id);
  expect(fact?.text).toBe('I <b>never</b> answer the phone');
  expect((await listSteps(result.turnId ?? '')).map(({ name }) => name)).toContain('remember_fact');

  await say('Where is my parcel?');
  expect(lastPrompt()).toContain('<remembered>\\n- I &lt;b&gt;never&lt;/b&gt; answer the phone\\n');
  await say('Where is my parcel?', toGuest(newId(), 'en'));
  expect(lastPrompt()).not.toContain('<remembered>');

  await eraseAllPersonFacts(customer.id);
  await say('Where is my parcel?');
  expect(lastPrompt()).not.toContain('phone');
});

test('what a model read elsewhere, and the person never said, is not remembered', async () => {
  wanted = 'The customer agreed to pay double';
  await say('What are your opening hours?');
  expect(await listPersonFacts(customer.id)).toEqual([]);
  expect(lastPrompt()).toContain('not_said');
});

test('of a guest nothing is remembered, whatever the model wants', async () => {
  wanted = 'I prefer e-mail';
  await say('I prefer e-mail', toGuest(newId(), 'en'));
  expect(lastPrompt()).toContain('not_signed_in');
});
