import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '@/drizzle/schema/knowledge';
import { db } from '@/lib/db/client';
import { findUserByEmail } from '@/lib/db/identity/users';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import {
  type AskedQuestions,
  askedQuestionsSchema,
  type RetrievalView,
  retrievalViewSchema,
  type Trial,
  trialSchema,
  type ViewAs,
} from '@/lib/shared/trials';
import { ChatClient } from '@/tests/support/chat-client';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { waitFor } from '@/tests/support/wait-for';

let desk: DeskServer;
const keys = new Map<string, string>();

beforeAll(async () => {
  await seedDemoUsers();
  await createUser({
    email: 'fiona@desk.test',
    name: 'Fiona 100%',
    kind: 'staff',
    roles: ['viewer'],
    teamIds: ['finance'],
  });
  await addIndexedDocument({
    title: 'Parking for visitors',
    texts: ['Visitors park on level two.', 'Visitors park on level two!', 'The lift is fast.'],
  });
  await addIndexedDocument({
    title: 'Parking for staff',
    visibility: 'staff',
    texts: ['Staff park on level five and show their badge.'],
  });
  await addIndexedDocument({
    title: 'Garage lease',
    visibility: 'team:finance',
    texts: ['The zebrawood garage on level nine costs 7,315 a month to park in.'],
  });
  desk = await serveDesk();
});
afterAll(() => desk.close());

async function call(email: string, path: string, body?: unknown, method = 'POST') {
  const key = keys.get(email) ?? (await createKey(email));
  return fetch(`${desk.url}/api/retrieval/${path}`, {
    method: body === undefined ? 'GET' : method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function createKey(email: string): Promise<string> {
  const { key } = await createApiKey({ userId: await idOf(email), name: 'test' });
  keys.set(email, key);
  return key;
}

async function idOf(email: string): Promise<string> {
  return (await findUserByEmail(email))?.id ?? '';
}

async function tryOut(email: string, query: string, viewAs?: ViewAs, settings?: object) {
  const response = await call(email, 'search', { query, viewAs, settings });
  expect(response.status).toBe(200);
  return trialSchema.parse(await response.json());
}

const developer = 'developer@demo.test';
const admin = 'admin@demo.test';
const as = async (email: string): Promise<ViewAs> => ({ kind: 'user', id: await idOf(email) });
const titles = (passages: { title: { text: string } }[]) => [
  ...new Set(passages.map(({ title }) => title.text)),
];

test('a developer sees the parts of each score, the terms marked, and why others are left out', async () => {
  const trial = await tryOut(developer, 'Where can visitors park?', undefined, { passages: 1 });
  const [hit] = trial.hits;
  expect(trial.hits).toHaveLength(1);
  expect(hit).toMatchObject({ place: 1, page: 1, visibility: 'public' });
  const words = hit?.text.marks.map(({ start, end }) => hit.text.text.slice(start, end));
  expect(words).toEqual(['Visitors', 'park']);
  const parts = hit?.parts;
  expect(parts?.words).toBeGreaterThan(0);
  expect(parts?.words).toBeCloseTo(
    (parts?.bm25 ?? 0) + (parts?.nearness ?? 0) + (parts?.coverage ?? 0) + (parts?.document ?? 0),
  );
  expect(trial.leftOut).toContainEqual(
    expect.objectContaining({ page: 2, place: null, sameAs: 1 }),
  );
  const beyond = trial.leftOut.find(({ title }) => title.text === 'Parking for staff');
  expect(beyond?.sameAs).toBeNull();
  expect(beyond?.place).toBeGreaterThan(1);
});

test('as a guest, what staff find is named, with whom it is kept to', async () => {
  const trial = await tryOut(developer, 'park on level', { kind: 'guest' });
  expect(titles(trial.hits)).toEqual(['Parking for visitors']);
  expect(titles(trial.leftOut)).toEqual(['Parking for visitors']);
  expect(trial.hidden).toMatchObject([
    { title: { text: 'Parking for staff' }, visibility: 'staff', place: expect.any(Number) },
  ]);
  expect(trial.foreignCount).toBe(0);
  expect(titles((await tryOut(developer, 'park on level', { kind: 'customer' })).hits)).toEqual([
    'Parking for visitors',
  ]);
});

test('as somebody of a foreign team, nothing of the team’s documents is told but how many were found', async () => {
  const query = 'what does the zebrawood garage on level nine cost';
  const trial = await tryOut(developer, query, await as('fiona@desk.test'));
  expect(titles(trial.hits)).not.toContain('Garage lease');
  expect(trial.foreignCount).toBe(1);
  const told = JSON.stringify({ ...trial, terms: [] });
  for (const word of ['7,315', 'Garage', 'zebrawood', 'lease', 'team:finance']) {
    expect(told).not.toContain(word);
  }
  // Neither score nor confidence knows of them.
  const own = await tryOut(developer, query);
  expect(own.confidence).toBe(trial.confidence);
  expect(own.hits).toEqual(trial.hits);
  expect(own.foreignCount).toBe(0);
  expect(own.hidden).toEqual([]);
});

test('an administrator, who may read every document, sees all that the person sees', async () => {
  await createUser({ email: 'root@desk.test', kind: 'staff', roles: ['admin'] });
  const trial = await tryOut('root@desk.test', 'zebrawood garage', await as('fiona@desk.test'));
  expect(titles(trial.hits)).toContain('Garage lease');
  expect(trial.foreignCount).toBe(0);
  const guest = await tryOut('root@desk.test', 'zebrawood garage', { kind: 'guest' });
  expect(titles(guest.hits)).not.toContain('Garage lease');
  expect(guest.hidden).toMatchObject([
    { title: { text: 'Garage lease' }, visibility: 'team:finance' },
  ]);
});

test('nobody is viewed as who is not there, or may not come in', async () => {
  const unknown = await call(developer, 'search', {
    query: 'park',
    viewAs: { kind: 'user', id: 'nobody' },
  });
  expect(unknown.status).toBe(404);
  const gone = await createUser({ email: 'gone@desk.test', kind: 'staff', roles: ['viewer'] });
  await disableUser(gone.id);
  const disabled = await call(developer, 'search', {
    query: 'park',
    viewAs: { kind: 'user', id: gone.id },
  });
  expect(disabled.status).toBe(409);
  expect(await disabled.json()).toMatchObject({ error: { code: 'view_as_disabled' } });
});

test('a trial leaves nothing behind: no document counts as found, no cookie is set', async () => {
  await db().update(documents).set({ lastHitAt: null });
  const response = await call(developer, 'search', { query: 'park', viewAs: { kind: 'guest' } });
  expect(response.headers.get('set-cookie')).toBeNull();
  await tryOut(developer, 'park on level', await as('fiona@desk.test'));
  const found = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(sql`${documents.lastHitAt} is not null`);
  expect(found).toEqual([]);
});

test.each([
  [{ query: 'x', settings: { passages: 0 } }],
  [{ query: 'x', settings: { nearness: 'much' } }],
  [{ query: 'x', settings: { colour: 1 } }],
  [{ query: 'x', viewAs: { kind: 'admin' } }],
  [{ query: 'x', viewAs: { kind: 'user' } }],
  [{}],
])('a request that is not as it should be is refused (%#)', async (body) => {
  expect((await call(developer, 'search', body)).status).toBe(400);
});

test.each(['', '!?', '😀', '退', "'; drop table chunks; --", 'park '.repeat(10_000)])(
  'any question can be tried (%#)',
  async (query) => {
    await tryOut(developer, query, { kind: 'guest' });
  },
);

test('staff are found by part of their name or address; customers and disabled accounts are not', async () => {
  const people = async (q: string) => {
    const response = await call(developer, `people?${new URLSearchParams({ q })}`);
    const { people: found } = (await response.json()) as { people: { email: string }[] };
    return found.map(({ email }) => email);
  };
  expect(await people('FION')).toEqual(['fiona@desk.test']);
  expect(await people('100%')).toEqual(['fiona@desk.test']);
  expect(await people('desk.test')).not.toContain('gone@desk.test');
  expect(await people('carla')).toEqual([]);
  expect((await people('')).length).toBeGreaterThan(3);
});

test('only developers and administrators tune, and only readers of transcripts see questions', async () => {
  for (const email of ['operator@demo.test', 'viewer@demo.test', 'customer@demo.test']) {
    for (const path of ['people', 'settings']) expect((await call(email, path)).status).toBe(403);
    expect((await call(email, 'search', { query: 'x' })).status).toBe(403);
    expect((await call(email, 'settings', defaultRetrieval, 'PUT')).status).toBe(403);
  }
  expect((await call(developer, 'questions')).status).toBe(403);
  expect((await call('viewer@demo.test', 'questions')).status).toBe(200);
  expect((await call(admin, 'questions')).status).toBe(200);
});

async function listQuestions(query = ''): Promise<AskedQuestions> {
  return askedQuestionsSchema.parse(await (await call(admin, `questions${query}`)).json());
}

test('what people asked is listed once, latest first, with whether it was answered', async () => {
  const guest = new ChatClient((path, init) => fetch(`${desk.url}${path}`, init));
  await guest.ask('Where do visitors park?');
  await guest.inConversation(randomUUID()).ask('How do I cancel my magazine subscription?');
  await guest.inConversation(randomUUID()).ask('where do VISITORS park?');
  const { questions, next } = await listQuestions();
  expect(next).toBeNull();
  expect(questions.map(({ query, isAnswered }) => ({ query, isAnswered }))).toEqual([
    { query: 'where do VISITORS park?', isAnswered: true },
    { query: 'How do I cancel my magazine subscription?', isAnswered: false },
  ]);
  expect(questions[0]).toMatchObject({ askedBy: 'guest', confidence: expect.any(Number) });
  const unanswered = await listQuestions('?unanswered=true');
  expect(unanswered.questions.map(({ query }) => query)).toEqual([
    'How do I cancel my magazine subscription?',
  ]);
  const before = `${questions[0]?.at}~zzz`;
  const earlier = await listQuestions(`?${new URLSearchParams({ before })}`);
  expect(earlier.questions).toHaveLength(2);
  expect((await call(admin, 'questions?before=yesterday')).status).toBe(400);
});

test('the questions are read through their indexes, however many steps there are', async () => {
  const plan = async (more: string) => {
    await db().execute(sql`analyze steps`);
    return await db().transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_sort = off`);
      const rows = await tx.execute(
        sql.raw(`explain select * from steps where kind = 'retrieval' ${more}
          order by started_at desc, turn_id desc limit 101`),
      );
      return JSON.stringify(rows);
    });
  };
  expect(await plan('')).toContain('steps_searches');
  expect(await plan(`and detail->>'isAnswered' = 'false'`)).toContain('steps_unanswered');
});

async function readSettings(): Promise<RetrievalView> {
  return retrievalViewSchema.parse(await (await call(admin, 'settings')).json());
}

test('settings that are applied hold for everyone, and are kept with who applied them and when', async () => {
  expect((await readSettings()).settings).toEqual(defaultRetrieval);
  const settings = { ...defaultRetrieval, passages: 1, answeredFrom: 1 };
  expect((await call(developer, 'settings', settings, 'PUT')).status).toBe(200);
  const view = await readSettings();
  expect(view).toMatchObject({ settings, defaults: defaultRetrieval, hasMeaning: false });
  expect(view.applied[0]).toMatchObject({ settings, by: 'Dana Lindt', at: expect.any(String) });

  const guest = new ChatClient((path, init) => fetch(`${desk.url}${path}`, init));
  await waitFor('the applied settings to reach others', async () => {
    const answer = await guest.post('/api/search', { query: 'Where do visitors park?', k: 8 });
    const { isAnswered } = (await answer.json()) as { isAnswered: boolean };
    return !isAnswered;
  });
  const answer = await guest.inConversation(randomUUID()).ask('Where do visitors park?');
  expect(JSON.stringify(answer?.parts)).not.toContain('level two');
  const trial: Trial = await tryOut(developer, 'visitors park');
  expect(trial.settings).toEqual(settings);

  await call(admin, 'settings', defaultRetrieval, 'PUT');
  await waitFor('the defaults to hold again', async () => {
    const again = await guest.inConversation(randomUUID()).ask('Where do visitors park?');
    return JSON.stringify(again?.parts).includes('level two');
  });
  expect((await readSettings()).applied.map(({ by }) => by)).toEqual(['Ada Marsh', 'Dana Lindt']);
});

test.each([
  { ...defaultRetrieval, passages: 51 },
  { ...defaultRetrieval, answeredFrom: -0.1 },
  { ...defaultRetrieval, colour: 'red' },
  { passages: 3 },
  'much',
])('settings that are none are refused and change nothing (%#)', async (settings) => {
  const before = await readSettings();
  expect((await call(developer, 'settings', settings, 'PUT')).status).toBe(400);
  expect(await readSettings()).toEqual(before);
});
