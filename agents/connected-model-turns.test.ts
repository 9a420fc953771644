import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actions } from '@/drizzle/schema/conversations';
import type { Principal } from '@/lib/auth/principal';
import { listActionEvents } from '@/lib/db/actions/action-events';
import { listTurnActions } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import { decideApproval } from '@/lib/operations/decide-approval';
import { type CityServices, smuggled, startCityServices } from '@/tests/support/city-services';
import { connectCityServices } from '@/tests/support/connect-city-services';
import { demoPerson } from '@/tests/support/demo-person';
import { makeStaff } from '@/tests/support/make-case';
import {
  type ModelRequest,
  type ModelServer,
  type Script,
  startModelServer,
} from '@/tests/support/model-server';
import { carryOutApart } from './actions/carry-out-apart';
import { tellOutcome } from './actions/tell-outcome';
import { startTurn } from './run-turn';
import { resumeTurn } from './turns/resume-turn';

let city: CityServices;
let model: ModelServer;
let customer: Principal;
let script: Script;

beforeAll(async () => {
  model = await startModelServer((request, index) => script(request, index));
  Object.assign(process.env, model.env);
  city = await startCityServices();
  customer = await demoPerson('customer');
});
beforeEach(async () => {
  model.requests.length = 0;
  city.tickets.length = 0;
  await connectCityServices(city);
});
afterAll(async () => {
  expect(model.refusals).toEqual([]);
  await city.close();
  await model.close();
});

async function say(text: string, conversationId: string = randomUUID()) {
  const message = { id: newId(), text };
  return await (await startTurn({ principal: customer, conversationId, message })).result;
}

async function decide(actionId: string | undefined, decision: 'approve' | 'decline') {
  const asked = { principal: customer, actionId: actionId ?? '', decision };
  return await (await resumeTurn((await decideAction(asked)).turnId))?.result;
}

const calls = (...named: [name: string, args: Record<string, unknown>][]) => ({
  toolCalls: named.map(([name, args]) => ({ name, args })),
});
const resultsIn = ({ messages }: ModelRequest) =>
  messages.filter(({ role }) => role === 'tool').map(({ content }) => String(content));
/** Asks for calls first, and answers once it has their results. */
const callThenSay =
  (...named: [name: string, args: Record<string, unknown>][]): Script =>
  (request) =>
    resultsIn(request).length > 0 ? { text: 'That is all.' } : calls(...named);

const ticket = { subject: 'Lamp', priority: 'low' };

test('a model is offered a connected tool by its own schema, and given its answer as data', async () => {
  script = callThenSay(['find_parcel_shop', { shopId: 'PS-99' }]);
  const { agent } = await say('Where is the parcel shop PS-99?');
  expect(agent).toBe('scheduling');
  const [first, second] = model.requests;
  const offered = first?.tools?.find(({ function: { name } }) => name === 'find_parcel_shop');
  expect(offered?.function.parameters).toMatchObject({
    type: 'object',
    properties: { shopId: { type: 'string', description: 'Shop number' } },
    required: ['shopId'],
  });
  const [result = ''] = second ? resultsIn(second) : [];
  expect(JSON.parse(result)).toMatchObject({ outcome: 'ok', system: 'City services' });
  expect(result).toContain('Harbour shop');
  expect(result).not.toContain('Not for the desk');
  // It cannot end the data that it stands in.
  expect(result.match(/<\/data>/g)).toHaveLength(1);
  expect(smuggled).toContain('</data>');
});

test('two calls of one reply, one declined: the other still happens, once', async () => {
  script = callThenSay(
    ['create_ticket', ticket],
    ['create_ticket', { ...ticket, subject: 'Door' }],
  );
  const asked = await say('Open a ticket for the lamp, please');
  expect(asked.actions).toHaveLength(2);
  const idOf = (subject: string) =>
    asked.actions.find(({ fields }) => fields.some(({ value }) => value === subject))?.actionId;
  await decide(idOf('Lamp'), 'decline');
  await decide(idOf('Door'), 'approve');
  expect(city.tickets).toMatchObject([{ body: { subject: 'Door', priority: 'low' } }]);
});

test('arguments that do not fit are told to the model, and nothing is sent', async () => {
  script = callThenSay(['create_ticket', { ...ticket, priority: 'whenever', customerId: 'C-2' }]);
  await say('Open a ticket for the lamp, please');
  const [result] = resultsIn(model.requests.at(-1) as ModelRequest);
  expect(result).toContain('bad_arguments');
  expect(result).toContain('priority');
  expect(city.tickets).toEqual([]);
});

test('what the schema does not name is not sent', async () => {
  script = callThenSay(['create_ticket', { ...ticket, customerId: 'C-2' }]);
  const { actions } = await say('Open a ticket for the lamp, please');
  await decide(actions[0]?.actionId, 'approve');
  expect(city.tickets.map(({ body }) => body)).toEqual([ticket]);
});

test('from an amount on, an operator must agree after the person', async () => {
  await connectCityServices(city, { approveAbove: { argument: 'cost', amount: 100 } });
  script = callThenSay(['create_ticket', { ...ticket, cost: 250 }]);
  const asked = await say('Open a ticket for the lamp, please');
  await decide(asked.actions[0]?.actionId, 'approve');
  const [action] = await listTurnActions(db(), asked.turnId ?? '');
  expect(action).toMatchObject({ state: 'awaiting-operator', needsOperator: true });
  expect(city.tickets).toEqual([]);
});

/** Asks for a ticket of this cost, and agrees to it. */
async function askFor(cost: number) {
  script = callThenSay(['create_ticket', { ...ticket, subject: `Costs ${cost}`, cost }]);
  const { actions: cards, turnId } = await say('Open a ticket for the lamp, please');
  return { turnId, agree: () => decide(cards[0]?.actionId, 'approve') };
}

const statesOf = async (...turnIds: (string | null)[]) =>
  (await Promise.all(turnIds.map((turnId) => listTurnActions(db(), turnId ?? ''))))
    .flat()
    .map(({ state }) => state);

test('a sum in pieces needs an operator like the whole of it', async () => {
  await db().delete(actions);
  await connectCityServices(city, { approveAbove: { argument: 'cost', amount: 100 } });
  const turnIds: (string | null)[] = [];
  for (const cost of [30, 31, 39]) {
    const { turnId, agree } = await askFor(cost);
    await agree();
    turnIds.push(turnId);
  }
  expect(await statesOf(...turnIds)).toEqual(['done', 'done', 'awaiting-operator']);
  expect(city.tickets).toHaveLength(2);
  const [last] = await listTurnActions(db(), turnIds.at(-1) ?? '');
  const reason = { kind: 'sum-of-day', sum: 39, before: 61, limit: 100 };
  expect(last).toMatchObject({ operatorReason: reason });
});

test('of two pieces that are agreed to at once one waits for an operator', async () => {
  await db().delete(actions);
  await connectCityServices(city, { approveAbove: { argument: 'cost', amount: 100 } });
  const pieces = [await askFor(60), await askFor(61)];
  await Promise.all(pieces.map(({ agree }) => agree()));
  const states = await statesOf(...pieces.map(({ turnId }) => turnId));
  expect(states.toSorted()).toEqual(['awaiting-operator', 'done']);
  expect(city.tickets).toHaveLength(1);
});

test('what was shown before an operator was needed waits for one once its person agrees', async () => {
  const { turnId, agree } = await askFor(5);
  await connectCityServices(city, { risk: 'approve' });
  const answered = await agree();
  expect(answered?.actions).toMatchObject([{ state: 'awaiting-operator' }]);
  const [action] = await listTurnActions(db(), turnId ?? '');
  const always = { kind: 'always' };
  expect(action).toMatchObject({ state: 'awaiting-operator', operatorReason: always });
  const history = (await listActionEvents([action?.id ?? ''])).get(action?.id ?? '');
  expect(history?.map(({ kind }) => kind)).toEqual(['proposed', 'approved', 'operator-asked']);
  expect(city.tickets).toEqual([]);
  const operator = await makeStaff({ roles: ['admin'], teamIds: [] });
  await decideApproval(operator, action?.id ?? '', { decision: 'approve' }, tellOutcome);
  await carryOutApart(action?.id ?? '');
  expect(city.tickets).toMatchObject([{ body: { cost: 5 } }]);
});

test('what cannot be shown in full is not asked for, and the model is told', async () => {
  script = callThenSay(['create_ticket', { ...ticket, subject: 'x'.repeat(9_000) }]);
  const { actions: cards } = await say('Open a ticket for the lamp, please');
  expect(cards).toEqual([]);
  expect(resultsIn(model.requests.at(-1) as ModelRequest)[0]).toContain('too_much_to_show');
});

test('a person sees what would make them read something else, and it is sent as it was', async () => {
  const subject = 'Lamp \u202Egnihton\u202C \u200B';
  script = callThenSay(['create_ticket', { ...ticket, subject }]);
  const { actions: cards } = await say('Open a ticket for the lamp, please');
  expect(cards[0]?.fields).toContainEqual({
    label: 'Subject',
    value: 'Lamp ⟨U+202E⟩gnihton⟨U+202C⟩ ⟨U+200B⟩',
  });
  await decide(cards[0]?.actionId, 'approve');
  expect(city.tickets).toMatchObject([{ body: { subject } }]);
});
