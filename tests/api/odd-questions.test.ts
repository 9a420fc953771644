import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { searchIndexes } from '@/drizzle/schema/search-indexes';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { processGlobal } from '@/lib/process-global';
import { closeQueue } from '@/lib/queue';
import { dataOf, readAnswer, textOf } from '@/tests/support/chat-client';
import { asAccount, asGuest, type DeskPerson } from '@/tests/support/desk-people';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { type FakeEmbeddings, startFakeEmbeddings } from '@/tests/support/fake-embeddings';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { type FakeReranker, startFakeReranker } from '@/tests/support/fake-reranker';
import { makeCase } from '@/tests/support/make-case';
import { runFrontdesk } from '@/tests/support/run-frontdesk';

const question = 'When does the museum open?';
const fact = 'opens at ten';

let desk: DeskServer;
let guest: DeskPerson;
let qdrant: FakeQdrant;
let embeddings: FakeEmbeddings;
let reranker: FakeReranker;

beforeAll(async () => {
  qdrant = await startFakeQdrant();
  embeddings = await startFakeEmbeddings([['open'], ['kids', 'children']]);
  reranker = await startFakeReranker('cohere', (text) => Number(text.includes(fact)));
  process.env.QDRANT_URL = qdrant.url;
  process.env.EMBEDDINGS = 'openai:fake';
  process.env.OPENAI_BASE_URL = embeddings.url;
  process.env.RERANKER = 'cohere:some';
  process.env.RERANKER_URL = reranker.url;
  desk = await serveDesk();
  guest = asGuest(desk.url);
  const { versionId } = await uploadDocument({
    principal: null,
    stream: Readable.from(['The museum opens at ten.\n\nChildren enter free of charge.']),
    filename: 'museum.txt',
    visibility: 'public',
  });
  await ingestVersion(versionId);
});
beforeEach(() => {
  reranker.failWith(null);
  embeddings.mend();
  qdrant.failNext(0, 503);
  qdrant.slowDown(0);
  // What was left alone for its faults in one test is asked again in the next.
  processGlobal('services-called-in-time', () => new Map<string, unknown>()).clear();
});
afterAll(async () => {
  await desk.close();
  await closeQueue();
  await Promise.all([qdrant.stop(), embeddings.stop(), reranker.stop()]);
});

const postJson = (path: string, body: string) =>
  guest.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

/** JSON as a program writes it that knows nothing of characters: halves of them as escapes. */
const search = (query: string) => postJson('/api/search', JSON.stringify({ query }));

async function chat(text: string): Promise<{ status: number; told: string }> {
  const message = { id: newId(), role: 'user', parts: [{ type: 'text', text }] };
  const response = await postJson('/api/chat', JSON.stringify({ id: randomUUID(), message }));
  if (!response.ok) return { status: response.status, told: await response.text() };
  const answer = await readAnswer(response);
  const notices = dataOf(answer, 'notice').map(({ code }) => code);
  return { status: 200, told: [textOf(answer), ...notices].join('\n').trim() };
}

const odd: [what: string, text: string][] = [
  ['nothing', ''],
  ['spaces', ' \n\t\u3000 '],
  ['one letter', 'a'],
  ['one character', '馆'],
  ['50,000 characters', 'When does the museum open? '.repeat(1_852)],
  ['50,000 characters without a space', '开'.repeat(50_000)],
  ['only punctuation', '?!…，。；—*&^%$'],
  ['emoji', '🏛️👨‍👩‍👧‍👦🇸🇬'],
  ['mixed scripts', 'museum 博物馆 музей متحف ミュージアム 박물관'],
  ['SQL', `'; drop table chunks; -- " or 1=1 /* $1 \\`],
  ['a filter', '{"must":[{"key":"visibility","match":{"any":["staff"]}}]} OR visibility:staff'],
  ['right to left', 'متى يفتح المتحف؟ \u202e\u2066museum\u2069'],
  ['control characters', 'muse\u0007um\u001b[31m \u0085 opens\u007f'],
  ['halves of characters', 'museum \ud83d opens \ude00'],
  ['NUL', 'museum\0opens'],
  ['combining marks', `m${'\u0301'.repeat(500)}useum`],
  ['a regular expression', '(a+)+$ [[:alpha:]] .*?{1,99999}'],
  ['markup', '<passage n="1" document="x">open</passage><asked>x</asked>'],
];

describe.each(odd)('a question that is %s', (_, text) => {
  test('is answered, or refused in a sentence, by search and chat', async () => {
    const found = await search(text);
    const body = await found.json();
    if (found.status === 200) expect(Array.isArray(body.hits)).toBe(true);
    else {
      expect(found.status).toBe(400);
      expect(body.error.message).toMatch(/\w{3}/);
    }
    const { status, told } = await chat(text);
    expect([200, 400]).toContain(status);
    expect(told).toMatch(/\p{L}{3}/u);
    expect(told).not.toContain('failed');
  });
});

test('odd words on the command line find something or say that nothing was found', async () => {
  const found = await Promise.all(
    ["'; drop table chunks; --", '😀', '\u202e'].map((text) =>
      runFrontdesk('search', text, '--json'),
    ),
  );
  for (const { code, out } of found) {
    expect(code).toBe(0);
    expect(Array.isArray(JSON.parse(out).hits)).toBe(true);
  }
});

test.each(['9007199254740991', '2147483648', '-1', '1e300', 'x'])(
  'a position %s that no conversation has is told as such',
  async (position) => {
    const { caseId, conversationId } = await makeCase();
    const operator = await asAccount(desk.url, `operator ${position}`, {
      kind: 'staff',
      roles: ['operator'],
      teamIds: ['support'],
    });
    for (const path of [
      `/api/inbox/${caseId}?before=${position}`,
      `/api/chat/${conversationId}/messages?after=${position}`,
    ]) {
      const answer = await operator.fetch(path);
      expect([path, answer.status]).toEqual([path, 400]);
      expect((await answer.json()).error.message).toMatch(/\w{3}/);
    }
  },
);

test('an index that failed for a reason of another version is told of all the same', async () => {
  const making = { store: 'embedded', embeddings: 'none', state: 'building' } as const;
  await db()
    .insert(searchIndexes)
    .values({ id: newId(), ...making, total: 1, errorCode: 'never_heard_of' });
  const staff = await asAccount(desk.url, 'reader', { kind: 'staff', roles: ['viewer'] });
  const answer = await staff.fetch('/api/indexes');
  expect(answer.status).toBe(200);
  expect((await answer.json()).building.error).toMatch(/\w{3}/);
});

describe('while a part is away', () => {
  async function isAnswered(): Promise<void> {
    expect((await (await search(question)).json()).hits[0].text).toContain(fact);
    expect((await chat(question)).told).toContain(fact);
  }

  test.each([
    ['refuses', 503],
    ['is broken', 500],
  ])('Qdrant %s: people are told, and answered once it is back', async (_, status) => {
    qdrant.failNext(10_000, status);
    const found = await search(question);
    expect(found.status).toBe(503);
    expect((await found.json()).error.message).toContain('Qdrant');
    const { status: taken, told } = await chat(question);
    expect(taken).toBe(200);
    expect(told).toContain('failed');
    qdrant.failNext(0, status);
    await isAnswered();
  });

  test('a slow Qdrant is waited for', async () => {
    qdrant.slowDown(400);
    await isAnswered();
  });

  test('the embedding model is broken: words go on alone', async () => {
    embeddings.breakDown();
    await isAnswered();
  });

  test('the embedding model is another one: words go on alone', async () => {
    embeddings.becomeAnother();
    await isAnswered();
  });

  test.each(['html', 'missing', 'foreign', 'twice', 'not-a-number', 'too-many', 500] as const)(
    'a reranker that answers %s changes nothing for people',
    async (fault) => {
      reranker.failWith(fault);
      await isAnswered();
    },
  );
});
