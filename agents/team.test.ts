import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGuest } from '@/lib/auth/to-principal';
import { newId } from '@/lib/ids';
import { loyalty } from '@/tests/support/loyalty/agent';
import { classifyRoute } from './builtin-model/classifier/classify-route';
import { specialists } from './registry';
import { startTurn } from './run-turn';
import { Team, team, workWith } from './team';

let before: Team;
beforeAll(() => {
  before = workWith(new Team([...specialists, loyalty]));
});
afterAll(() => {
  workWith(before);
});

async function say(text: string, conversationId: string = randomUUID()) {
  const message = { id: newId(), text };
  const principal = toGuest('guest-of-four', 'en');
  return await (await startTurn({ principal, conversationId, message })).result;
}

test.each([
  ['How many points are on my loyalty card?', 'points: 420'],
  ['帮我查一下会员积分有多少', '420'],
])('a fourth specialist is one definition: «%s» finds it, and it answers', async (text, told) => {
  const result = await say(text);
  expect(result).toMatchObject({ state: 'completed', agent: 'loyalty' });
  expect(result.answer).toContain(told);
});

test('a fourth specialist leaves the others what is theirs', () => {
  expect(classifyRoute('where is my parcel').route).toBe('support');
  expect(classifyRoute('is my invoice paid').route).toBe('finance');
  expect(classifyRoute('帮我约下周三下午的会议').route).toBe('scheduling');
  expect(Object.keys(classifyRoute('hello').scores)).toEqual([...team().names, 'none']);
});

test('two requests, one of them for the fourth, are both answered, in order, in one message', async () => {
  const result = await say('Where is my order SO-10436, and how many points do I have?');
  const signIn = result.answer.indexOf('sign in');
  expect(signIn).toBeGreaterThanOrEqual(0);
  expect(result.answer.indexOf('points: 420')).toBeGreaterThan(signIn);
});

test('a request is for the specialist that has the tool for it, whatever the topics of others', async () => {
  const reception = { ...loyalty, name: 'reception', tools: [] };
  const points = { ...loyalty, name: 'points', examplesFile: 'scheduling/examples.txt' };
  const four = workWith(new Team([reception, points]));
  const result = await say('How many points are on my loyalty card?');
  workWith(four);
  expect(result).toMatchObject({ state: 'completed', agent: 'points' });
  expect(result.answer).toContain('points: 420');
});

test('no two specialists have one name, and none is called nobody', () => {
  expect(() => new Team([...specialists, { ...loyalty, name: 'support' }])).toThrow('«support»');
  expect(() => new Team([...specialists, { ...loyalty, name: 'none' }])).toThrow('«none»');
});
