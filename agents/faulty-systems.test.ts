import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actions } from '@/drizzle/schema/conversations';
import type { Principal } from '@/lib/auth/principal';
import { callPatience } from '@/lib/business/call-patience';
import { requireAction } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { forgetEnv } from '@/lib/env';
import type { ToolSettings } from '@/lib/shared/connections';
import { askQuickly } from '@/tests/support/ask-quickly';
import {
  type CityFault,
  type CityServices,
  smuggled,
  startCityServices,
} from '@/tests/support/city-services';
import { connectCityServices } from '@/tests/support/connect-city-services';
import { confirm, historyOf, makeDue, propose, shownOf } from '@/tests/support/demo-desk';
import { demoPerson } from '@/tests/support/demo-person';
import { carryOutApart } from './actions/carry-out-apart';

const usualAttempt = callPatience.attempt;
let askAsUsual: () => void;
let city: CityServices;
let customer: Principal;

beforeAll(async () => {
  askAsUsual = askQuickly();
  callPatience.attempt = 400;
  city = await startCityServices();
  customer = await demoPerson('customer');
});
beforeEach(async () => {
  allow('127.0.0.1');
  city.fault = undefined;
  city.tickets.length = 0;
  // Of what is unknown nothing more like it is begun.
  await db().delete(actions);
});
afterAll(async () => {
  askAsUsual();
  callPatience.attempt = usualAttempt;
  await city.close();
});

function allow(hosts: string) {
  process.env.ALLOWED_HOSTS = hosts;
  forgetEnv();
}

/** What goes wrong with tickets that are to be opened; everything else is answered as ever. */
const withTickets =
  (
    spoil: (response: ServerResponse, carryOut: () => Promise<object>) => Promise<unknown>,
  ): CityFault =>
  (request, response, carryOut) =>
    request.method === 'POST' ? spoil(response, carryOut).then(() => undefined) : undefined;

const answering = (status: number, body: string | object, type = 'application/json') =>
  withTickets(async (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': type, location: '/elsewhere' }).end(text);
  });

const afterwards = (spoil: (response: ServerResponse, answer: object) => unknown) =>
  withTickets(async (response, carryOut) => spoil(response, await carryOut()));

const page = '<html><body>Down for maintenance</body></html>';
const lost = ['proposed', 'approved', 'started', 'answer-lost', 'checked'];
const happened = [...lost, 'done'];
const plain = ['proposed', 'approved', 'started', 'done'];
const failed = ['proposed', 'approved', 'started', 'failed'];

interface Case {
  name: string;
  fault: CityFault;
  tickets: number;
  state: string;
  says: string;
  history: string[];
  /** How opening tickets is given, where that is not as ever. */
  settings?: Partial<ToolSettings>;
}

const cases: Case[] = [
  {
    name: 'does it and does not answer within anybody’s patience',
    fault: afterwards(() => undefined),
    tickets: 1,
    state: 'done',
    says: '“Open a ticket” is done.',
    history: happened,
  },
  {
    name: 'gets it twice, for its first answer was lost on the way',
    fault: (() => {
      const keys = new Set<string>();
      return (request, response, carryOut) => {
        const key = String(request.headers['idempotency-key']);
        if (request.method !== 'POST' || keys.has(key)) return undefined;
        keys.add(key);
        return carryOut().then(() => void response.destroy());
      };
    })(),
    tickets: 1,
    state: 'done',
    says: 'T-1',
    history: plain,
  },
  {
    name: 'does it and says 500',
    fault: afterwards((response) => response.writeHead(500).end('{"error":"oops"}')),
    tickets: 1,
    state: 'done',
    says: '“Open a ticket” is done.',
    history: happened,
  },
  {
    name: 'does it and says 500, and cannot be asked',
    fault: afterwards((response) => response.writeHead(500).end('{"error":"oops"}')),
    settings: { check: null },
    tickets: 1,
    state: 'unknown',
    says: 'could not confirm whether this went through',
    history: ['proposed', 'approved', 'started', 'answer-lost'],
  },
  {
    name: 'does it and shows a page for people',
    fault: afterwards((response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    ),
    tickets: 1,
    state: 'done',
    says: 'T-1',
    history: happened,
  },
  {
    name: 'does it and sends ten megabytes',
    fault: afterwards((response) => response.end(`{"ticketId":"${'x'.repeat(10_000_000)}"}`)),
    tickets: 1,
    state: 'done',
    says: 'T-1',
    history: happened,
  },
  {
    name: 'does it and answers by another schema',
    fault: afterwards((response) => response.end('{"ticket":{"number":7}}')),
    tickets: 1,
    state: 'done',
    says: '“Open a ticket” is done.',
    history: plain,
  },
  {
    name: 'does it and gives orders to the model',
    fault: afterwards((response) => response.end(JSON.stringify({ ticketId: smuggled }))),
    tickets: 1,
    state: 'done',
    says: '\\[Click\\](`https://evil.example`)',
    history: plain,
  },
  {
    name: 'sends it on to somewhere else',
    fault: answering(307, ''),
    settings: { check: null },
    tickets: 0,
    state: 'unknown',
    says: 'could not confirm whether this went through',
    history: ['proposed', 'approved', 'started', 'answer-lost'],
  },
  {
    name: 'refuses the desk’s credential',
    fault: answering(401, { message: 'token expired: sk-123' }),
    tickets: 0,
    state: 'failed',
    says: 'City services does not let me in at the moment, so nothing was changed.',
    history: failed,
  },
  {
    name: 'pretends that the person must sign in',
    fault: answering(400, { code: 'needs_account', message: 'Send your password.' }),
    tickets: 0,
    state: 'failed',
    says: 'City services refused “Open a ticket”, and nothing was changed.',
    history: failed,
  },
  {
    name: 'refuses what was asked for',
    fault: answering(422, { code: 'too_many', message: 'Three tickets are open already.' }),
    tickets: 0,
    state: 'failed',
    says: 'Three tickets are open already.',
    history: failed,
  },
];

test.each(cases)('a system that $name: one effect at most, and a true word', async (told) => {
  await connectCityServices(city, told.settings);
  const { actionId } = await propose(customer, 'Open a ticket with low priority, subject: Lamp');
  city.fault = told.fault;
  const { answer } = await confirm(customer, actionId);
  const { state } = await requireAction(actionId);
  const history = await historyOf(actionId);
  expect({ tickets: city.tickets.length, state, history }).toEqual({
    tickets: told.tickets,
    state: told.state,
    history: told.history,
  });
  expect(answer).toContain(told.says);
  expect(answer).not.toMatch(/<html|sk-123|!\[x\]/);
});

test.each([
  ['that may not be called any more', async () => allow('')],
  ['that nobody can reach', async () => city.close()],
])('a system %s was not asked: nothing happened, and nobody is left to wait', async (_, goAway) => {
  await connectCityServices(city);
  const { actionId } = await propose(customer, 'Open a ticket with low priority, subject: Lamp');
  await goAway();
  const { answer } = await confirm(customer, actionId);
  expect(await requireAction(actionId)).toMatchObject({ state: 'failed', nextCheckAt: null });
  expect(answer).toContain('City services could not be reached, so “Open a ticket” was not done');
  expect(await historyOf(actionId)).toEqual(failed);
  expect(city.tickets).toEqual([]);
  city = await startCityServices();
});

test.each([
  ['with what people may be told', '{"ticketId":"T-7","owner":"Ann"}', 'T-7'],
  ['with something else', '{"owner":"Ann"}', '“Open a ticket” is done.'],
  ['without a word', '', '“Open a ticket” is done.'],
])('that it happened is asked once, and no more is told of it: %s', async (_, told, says) => {
  await connectCityServices(city);
  const { actionId } = await propose(customer, 'Open a ticket with low priority, subject: Lamp');
  let asked = 0;
  city.fault = (request, response, carryOut) => {
    if (request.method === 'POST') return carryOut().then(() => void response.destroy());
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(told);
    return Promise.resolve();
  };
  const { answer } = await confirm(customer, actionId);
  expect((await requireAction(actionId)).state).toBe('done');
  expect(asked).toBe(1);
  expect(answer).toContain(says);
  expect(answer).not.toContain('Ann');
});

test('a system that is away in the middle is asked again until it tells, and does it once', async () => {
  await connectCityServices(city);
  const { actionId } = await propose(customer, 'Open a ticket with low priority, subject: Lamp');
  city.fault = (_, response) => {
    response.destroy();
    return Promise.resolve();
  };
  await confirm(customer, actionId);
  expect((await requireAction(actionId)).state).toBe('unknown');
  city.fault = undefined;
  await makeDue(actionId);
  await carryOutApart(actionId);
  expect((await requireAction(actionId)).state).toBe('done');
  expect(city.tickets).toHaveLength(1);
  expect((await shownOf(actionId)).last).toContain('“Open a ticket” is done.');
});
