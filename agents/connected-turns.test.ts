import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import { newId } from '@/lib/ids';
import { askUndo } from '@/lib/operations/ask-undo';
import { decideAction } from '@/lib/operations/decide-action';
import { type CityServices, startCityServices } from '@/tests/support/city-services';
import {
  changeCityServices,
  connectCityServices,
  disconnect,
  giveTicketsTo,
} from '@/tests/support/connect-city-services';
import { demoPerson } from '@/tests/support/demo-person';
import { carryOutApart } from './actions/carry-out-apart';
import { startTurn } from './run-turn';
import { resumeTurn } from './turns/resume-turn';

let city: CityServices;
let customer: Principal;

beforeAll(async () => {
  city = await startCityServices();
  customer = await demoPerson('customer');
});
beforeEach(async () => {
  city.tickets.length = 0;
  await connectCityServices(city);
});
afterAll(() => city.close());

async function say(text: string, conversationId: string = randomUUID()) {
  const message = { id: newId(), text };
  const turn = await startTurn({ principal: customer, conversationId, message });
  return await turn.result;
}

async function decide(actionId: string | undefined, decision: 'approve' | 'decline') {
  const asked = { principal: customer, actionId: actionId ?? '', decision };
  return await (await resumeTurn((await decideAction(asked)).turnId))?.result;
}

describe.each([
  {
    language: 'English',
    look: 'Where is the parcel shop PS-99?',
    found: ['“Parcel shop”, from City services', '- Name: Harbour shop', '- Open until: 18:00'],
    lookAsked: ['Until when is the parcel shop open?', 'Shop number', 'PS-99'],
    missing: ['Where is the parcel shop PS-98?', 'found nothing', 'There is no such thing'],
    write: ['Please open a ticket', 'Subject?', 'The lamp is broken', 'low, high', 'urgent'],
    card: ['Open a ticket', 'Subject', 'How urgent it is'],
    done: ['“Open a ticket” is done.', 'T-1'],
    yes: 'yes',
    no: ['no', 'not done anything'],
  },
  {
    language: 'Chinese',
    look: '快递网点PS-99在哪里？',
    found: ['City services的“快递网点”', '- 姓名或名称: Harbour shop', '- Open until: 18:00'],
    lookAsked: ['网点几点关门？', 'Shop number', 'PS-99'],
    missing: ['快递网点PS-98在哪里？', '没有找到', 'There is no such thing'],
    write: ['帮我开一个工单', '主题？', '四号房间的灯坏了', 'low, high', '紧急'],
    card: ['创建工单', '主题', '优先级'],
    done: ['“创建工单”已完成。', 'T-1'],
    yes: '好的，确认',
    no: ['算了', '没有做任何操作'],
  },
])('in $language a person', (told) => {
  test('is told what another system knows, by whichever specialist has the tool', async () => {
    const { agent, answer } = await say(told.look);
    expect(agent).toBe('scheduling');
    for (const piece of told.found) expect(answer).toContain(piece);
    expect(answer).toMatch(/18:00\n- (?:Note|备注): /);
    expect(answer).not.toContain('Not for the desk');
  });

  test('is asked for what is missing, and told when nothing is there', async () => {
    const conversationId = randomUUID();
    const [question = '', asked, value = ''] = told.lookAsked;
    expect((await say(question, conversationId)).answer).toContain(asked);
    expect((await say(value, conversationId)).answer).toContain('Harbour shop');
    const [other = '', ...nothing] = told.missing;
    const { answer } = await say(other);
    for (const piece of nothing) expect(answer).toContain(piece);
  });

  test('has something done elsewhere: asked, shown a card, done once', async () => {
    const conversationId = randomUUID();
    const [request = '', asksFirst, first = '', asksNext, next = ''] = told.write;
    expect((await say(request, conversationId)).answer).toContain(asksFirst);
    expect((await say(first, conversationId)).answer).toContain(asksNext);
    const shown = await say(next, conversationId);
    const [card] = shown.actions;
    expect(shown).toMatchObject({ state: 'awaiting-approval', agent: 'finance' });
    expect([card?.title, ...(card?.fields ?? []).map(({ label }) => label)]).toEqual(told.card);
    expect(city.tickets).toEqual([]);
    const { answer } = await say(told.yes, conversationId);
    for (const piece of told.done) expect(answer).toContain(piece);
    expect(city.tickets).toMatchObject([{ body: { subject: first, priority: 'high' } }]);
  });

  test('has nothing done that they do not want', async () => {
    const conversationId = randomUUID();
    for (const line of told.write.filter((_, at) => at % 2 === 0)) await say(line, conversationId);
    const [no = '', left] = told.no;
    expect((await say(no, conversationId)).answer).toContain(left);
    expect(city.tickets).toEqual([]);
  });
});

const ticketFor = (subject: string) => `Open a ticket with low priority, subject: ${subject}`;

test('what a stranger wrote into an answer stays words: no link, no picture, no order', async () => {
  const { answer, turnId } = await say('Where is the parcel shop PS-99?');
  expect(answer).toContain('\\[Click\\](`https://evil.example`)');
  expect(answer).toContain('\\!\\[x\\]');
  const tools = (await listSteps(turnId ?? '')).filter(({ kind }) => kind === 'tool');
  expect(tools.map(({ name }) => name)).toEqual(['find_parcel_shop']);
});

test('what was done elsewhere is taken back there', async () => {
  const conversationId = randomUUID();
  const { actions } = await say(ticketFor('Lamp'), conversationId);
  const done = await decide(actions[0]?.actionId, 'approve');
  expect(done?.actions[0]?.undoUntil).toBeDefined();
  const undo = await askUndo(customer, actions[0]?.actionId ?? '');
  await carryOutApart(undo.id);
  expect(city.tickets).toMatchObject([{ isOpen: false }]);
});

test('a tool that was taken away while its person thought about it does nothing, and says so', async () => {
  const { actions } = await say(ticketFor('Door'));
  await disconnect();
  const done = await decide(actions[0]?.actionId, 'approve');
  expect(done?.answer).toContain('I can no longer do that here');
  expect(city.tickets).toEqual([]);
});

test('what was agreed to is not done by another operation that was given the name since', async () => {
  const { actions } = await say(ticketFor('Gate'));
  await giveTicketsTo('reportFault');
  const done = await decide(actions[0]?.actionId, 'approve');
  expect(done?.answer).toContain('can no longer be carried out as it was agreed');
  expect(city.tickets).toEqual([]);
});

test('what was agreed to is not done where something else would take it back by then', async () => {
  const { actions } = await say(ticketFor('Roof'));
  await connectCityServices(city, { undo: null });
  const done = await decide(actions[0]?.actionId, 'approve');
  expect(done?.answer).toContain('can no longer be carried out as it was agreed');
  expect(city.tickets).toEqual([]);
});

test('an operation that is not what it was when it was given is out of use, with a word about why', async () => {
  const { actions } = await say(ticketFor('Desk'));
  await changeCityServices(city);
  const done = await decide(actions[0]?.actionId, 'approve');
  expect(done?.answer).toContain('City services has changed it');
  expect((await say(ticketFor('Lift'))).answer).toContain('out of use');
  expect(city.tickets).toEqual([]);
});

test('where there is nothing connected, nothing is different', async () => {
  await disconnect();
  const { agent, answer } = await say('Where is the parcel shop PS-99?');
  expect(agent).not.toBe('finance');
  expect(answer).not.toContain('Harbour');
});

test('a message keeps no more of a call than its arguments and what models may see', async () => {
  const conversationId = randomUUID();
  const { turnId } = await say('Where is the parcel shop PS-99?', conversationId);
  const steps = await listSteps(turnId ?? '');
  const step = steps.find(({ kind }) => kind === 'tool');
  expect(step?.detail).toMatchObject({ args: { shopId: 'PS-99' }, isError: false });
  const kept = JSON.stringify([steps, (await listMessages(conversationId)).map(storedParts)]);
  expect(kept).not.toContain('Not for the desk');
});
