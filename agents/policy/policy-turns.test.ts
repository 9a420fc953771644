import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTurn } from '@/agents/run-turn';
import { team } from '@/agents/team';
import { toGuest } from '@/lib/auth/to-principal';
import { db } from '@/lib/db/client';
import { findActiveCase } from '@/lib/db/conversations/cases';
import { changeOwner, findConversation } from '@/lib/db/conversations/conversations';
import { listMessages } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import { newId } from '@/lib/ids';
import { type ModelServer, startModelServer } from '@/tests/support/model-server';
import { currentPolicy } from './current-policy';

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'policy-')), 'policy.yaml');
const guest = toGuest(newId(), 'en');
let model: ModelServer;

/** Puts a policy in the place of the one before, as editors do. */
function write(rules: string): void {
  writeFileSync(`${file}.new`, `rules:\n${rules}`);
  renameSync(`${file}.new`, file);
}

const hours = (reply: string) => `  - name: hours
    phrases: [opening hours]
    steps: [{reply: "${reply}"}]
`;

const warranty = `  - name: warranty
    phrases: [broken kettle]
    steps:
      - ask: {variable: serial, question: Which serial number?, pattern: 'SN-\\d+'}
      - goto: {specialist: finance, task: "Warranty claim for {serial}"}
  - name: leak
    phrases: [gas leak]
    steps:
      - reply: Leave the room.
      - escalate: {team: finance, priority: high, summary: A leak.}
  - name: lost
    phrases: [lost parcel]
    steps: [{escalate: {team: nobody-here}}]
`;

beforeAll(async () => {
  write(hours('Nine to five.'));
  process.env.FRONTDESK_POLICY = file;
  model = await startModelServer(() => ({ text: 'The model answers.' }));
  Object.assign(process.env, model.env);
});
beforeEach(() => {
  model.requests.length = 0;
});
afterAll(() => model.close());

async function say(text: string, conversationId: string = randomUUID()) {
  const message = { id: newId(), text };
  return await (await startTurn({ principal: guest, conversationId, message })).result;
}

test('what a rule says leaves as a stored answer, and no model is asked', async () => {
  const conversationId = randomUUID();
  const result = await say('What are your opening hours?', conversationId);
  expect(result).toMatchObject({ state: 'completed', answer: 'Nine to five.', agent: null });
  expect((await listMessages(conversationId)).map(({ role }) => role)).toEqual([
    'user',
    'assistant',
  ]);
  expect(await listSteps(result.turnId ?? '')).toMatchObject([
    { kind: 'policy', name: 'hours', detail: { rule: 'hours', line: 2, acts: ['reply'] } },
  ]);
  expect(model.requests).toEqual([]);
});

test('a policy is changed while people chat: the next message follows it, a broken one changes nothing', async () => {
  write(hours('Ten to six.'));
  expect((await say('opening hours?')).answer).toBe('Ten to six.');
  write('  - name: hours\n    phrase: [opening hours]\n');
  expect((await say('opening hours?')).answer).toBe('Ten to six.');
  expect(currentPolicy(team().names).faults).toMatchObject([
    { line: 2, code: 'missing', values: { key: 'phrases' } },
    { line: 2, code: 'missing', values: { key: 'steps' } },
    { line: 3, code: 'unknown_key', values: { key: 'phrase' } },
  ]);
  write(hours('Eleven to seven.'));
  expect((await say('opening hours?')).answer).toBe('Eleven to seven.');
  expect(currentPolicy(team().names).faults).toEqual([]);
});

test('a question is answered by the next message, and the specialist is told what was asked', async () => {
  write(warranty);
  const conversationId = randomUUID();
  const asked = await say('I have a broken kettle', conversationId);
  expect(asked).toMatchObject({ state: 'completed', answer: 'Which serial number?' });
  expect(model.requests).toEqual([]);
  const handed = await say('It says SN-77 below', conversationId);
  expect(handed).toMatchObject({ agent: 'finance', answer: 'The model answers.' });
  const told = JSON.stringify(model.requests);
  expect(told).toContain('Warranty claim for SN-77');
  expect(told).toContain('<known>serial: SN-77</known>');
  expect((await findConversation(conversationId))?.policy).toMatchObject({
    variables: { serial: 'SN-77' },
    waiting: null,
  });
});

test('a question is over once a person had the conversation', async () => {
  write(warranty);
  const conversationId = randomUUID();
  await say('I have a broken kettle', conversationId);
  await changeOwner(db(), { conversationId, owner: { kind: 'queue', id: 'support' } });
  await changeOwner(db(), { conversationId, owner: { kind: 'ai' } });
  expect((await say('SN-77', conversationId)).answer).toBe('The model answers.');
});

test('a rule calls a person, with its words, to the team it names', async () => {
  write(warranty);
  const conversationId = randomUUID();
  const result = await say('There is a GAS leak!', conversationId);
  expect(result).toMatchObject({ state: 'handed-off', escalated: true, answer: 'Leave the room.' });
  expect(await findActiveCase(db(), conversationId)).toMatchObject({
    category: 'rule',
    priority: 'high',
    teamId: 'finance',
    summary: 'A leak.',
  });
});

test('a team that does not exist gets no case: the general one does', async () => {
  write(warranty);
  const conversationId = randomUUID();
  await say('I lost a parcel, a lost parcel', conversationId);
  const found = await findActiveCase(db(), conversationId);
  expect(found).toMatchObject({ teamId: 'support', summary: '“I lost a parcel, a lost parcel”' });
});
