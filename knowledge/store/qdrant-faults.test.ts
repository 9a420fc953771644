import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { encodeDocument, encodeQuery } from '../sparse';
import { QdrantStore } from './qdrant';
import type { IndexedChunk } from './store';

let fake: FakeQdrant;
beforeAll(async () => {
  fake = await startFakeQdrant();
});
beforeEach(() => {
  fake.failNext(0, 500);
  fake.slowDown(0);
  fake.requireKey(undefined);
});
afterAll(() => fake.stop());

const newName = () => `test-${newId()}`;
const fresh = (collection = newName()) => new QdrantStore({ url: fake.url, collection });
const query = { sparse: encodeQuery('tea'), visibilities: ['public' as const], limit: 5 };

function chunk(n: number, dense?: number[]): IndexedChunk {
  const sparse = encodeDocument({ title: '', headingPath: [], text: `tea number ${n}` });
  const ids = { chunkId: `c${n}`, versionId: 'v', documentId: `d${n % 3}` };
  return { ...ids, visibility: 'public', sparse, dense };
}

/** Why it was refused. */
function refused(call: () => Promise<unknown>): Promise<string> {
  return call().then(
    () => 'not refused',
    (error) => error.values?.reason ?? error.code ?? String(error),
  );
}

test('a passing fault is not noticed', async () => {
  const store = fresh();
  await store.count();
  fake.failNext(2, 503);
  expect(await store.count()).toBe(0);
});

test('a lasting one is told as a part that cannot be reached, and passes with its cause', async () => {
  const store = fresh();
  fake.failNext(50, 503);
  await expect(store.search(query)).rejects.toMatchObject({
    code: 'unavailable',
    values: { part: 'Qdrant', reason: 'failing' },
  });
  fake.failNext(0, 503);
  expect((await store.search(query)).candidates).toEqual([]);
});

test('a refusal is not repeated', async () => {
  const store = fresh();
  await store.count();
  const before = fake.requests();
  fake.failNext(1, 400);
  await expect(store.count()).rejects.toMatchObject({ code: 'unavailable' });
  expect(fake.requests()).toBe(before + 1);
});

test('a server that is down is told as such', async () => {
  const store = new QdrantStore({ url: 'http://127.0.0.1:1', collection: newName() });
  expect(await refused(() => store.search(query))).toBe('unreachable');
});

test('a server that failed three searches is not asked for the next ones', async () => {
  const store = fresh();
  fake.failNext(50, 503);
  for (let n = 0; n < 3; n += 1) expect(await refused(() => store.search(query))).toBe('failing');
  const before = fake.requests();
  expect(await refused(() => store.search(query))).toBe('unreachable');
  expect(fake.requests()).toBe(before);
});

test('a server that hangs keeps nobody waiting', async () => {
  const store = fresh();
  fake.slowDown(3_600_000);
  expect(await refused(() => store.search(query))).toBe('slow');
});

test('a search that nobody waits for any more is given up', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(fresh().search({ ...query, signal })).rejects.toThrow('gone');
});

test.each([401, 403])('a key that is refused with %i is told as such', async (status) => {
  fake.failNext(1, status);
  expect(await refused(() => fresh().count())).toBe('key_refused');
});

test('the right key is sent', async () => {
  fake.requireKey('right');
  const collection = newName();
  const store = new QdrantStore({ url: fake.url, apiKey: 'right', collection });
  await store.upsertChunks([chunk(1)]);
  expect(await store.count()).toBe(1);
  expect(await refused(() => fresh(collection).count())).toBe('key_refused');
});

test.each([200, 404, 502])('a page of a proxy, status %i, is no empty index', async (status) => {
  fake.failNext(50, status, { body: '<html>Welcome</html>' });
  expect(await refused(() => fresh().search(query))).toBe('not_qdrant');
});

test('a server that asks to be left alone for a second is, and then gets the rest', async () => {
  const store = fresh();
  await store.upsertChunks([chunk(0)]);
  fake.failNext(1, 503, { headers: { 'retry-after': '1' } });
  const started = performance.now();
  await store.upsertChunks([chunk(1), chunk(2)]);
  expect(performance.now() - started).toBeGreaterThan(950);
  fake.failNext(4, 429);
  await store.upsertChunks([chunk(3)]);
  expect(await store.count()).toBe(4);
});

test('a collection that ought to be there and is not is a loss, not an empty index', async () => {
  const collection = newName();
  const isExpected = async () => true;
  await fresh(collection).upsertChunks([chunk(1)]);
  const store = new QdrantStore({ url: fake.url, collection, isExpected });
  expect((await store.search(query)).candidates).toHaveLength(1);
  fake.drop(collection);
  expect(await refused(() => store.search(query))).toBe('collection_missing');
  expect(await refused(() => store.count())).toBe('collection_missing');
  // One document alone in a new collection would look like an index that holds no others.
  await refused(() => store.upsertChunks([chunk(2)]));
  expect(await refused(() => store.upsertChunks([chunk(2)]))).toBe('collection_missing');
  expect(fake.collections()).not.toContain(collection);
  await store.removeChunks({ documentId: 'd1' });
});

test('a collection of another embedding model is named with both dimensions, and searched by words', async () => {
  const collection = newName();
  await fresh(collection).upsertChunks([chunk(1, [1, 0])]);
  const other = fresh(collection);
  await expect(other.upsertChunks([chunk(2, [1, 0, 0])])).rejects.toMatchObject({
    code: 'index_dimension',
    values: { found: 2, wanted: 3 },
  });
  const { candidates } = await other.search({ ...query, dense: [1, 0, 0] });
  expect(candidates).toMatchObject([{ chunkId: 'c1', denseScore: null }]);
});
