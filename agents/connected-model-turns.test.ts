import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { listTurnActions } from '@/lib/db/actions';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import { type CityServices, smuggled, startCityServices } from '@/tests/support/city-services';
import { connectCityServices } from '@/tests/support/connect-city-services';
import { demoPerson } from '@/tests/support/demo-person';
import {
  type ModelRequest,
  type ModelServer,
  type Script,
  startModelServer,
} from '@/tests/support/model-server';
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
