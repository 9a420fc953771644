import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { encodeDocument, encodeQuery } from '../sparse';
import { QdrantStore } from './qdrant';
import { describeStore } from './store.contract';

let fake: FakeQdrant;
beforeAll(async () => {
  fake = await startFakeQdrant();
});
afterAll(() => fake.stop());

const fresh = (url: string) =>
  new QdrantStore({ url, apiKey: process.env.QDRANT_API_KEY, collection: `test-${newId()}` });
const query = { sparse: encodeQuery('x'), visibilities: ['public' as const], limit: 5 };

describeStore('a server in this process', async () => fresh(fake.url));
const { QDRANT_URL } = process.env;
if (QDRANT_URL) describeStore('the Qdrant at QDRANT_URL', async () => fresh(QDRANT_URL));

describe('when Qdrant has trouble', () => {
  test('a passing fault is not noticed', async () => {
    const store = fresh(fake.url);
    await store.count();
    fake.failNext(2, 503);
    expect(await store.count()).toBe(0);
  });

  test('a lasting one is told as a part that cannot be reached, and passes with its cause', async () => {
    const store = fresh(fake.url);
    fake.failNext(50, 503);
    await expect(store.search(query)).rejects.toMatchObject({
      code: 'unavailable',
      values: { part: 'Qdrant' },
    });
    fake.failNext(0, 503);
    expect((await store.search(query)).candidates).toEqual([]);
  });

  test('nobody listening is told the same way', async () => {
    const store = fresh('http://127.0.0.1:1');
    await expect(store.count()).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('a refusal is not repeated', async () => {
    const store = fresh(fake.url);
    await store.count();
    const before = fake.requests();
    fake.failNext(1, 400);
    await expect(store.count()).rejects.toMatchObject({ code: 'unavailable' });
    expect(fake.requests()).toBe(before + 1);
  });

  test('a collection of another embedding model is named with both dimensions', async () => {
    const collection = `test-${newId()}`;
    const sparse = encodeDocument({ title: '', headingPath: [], text: 'x' });
    const base = {
      chunkId: 'c',
      versionId: 'v',
      documentId: 'd',
      visibility: 'public' as const,
      sparse,
    };
    await new QdrantStore({ url: fake.url, collection }).upsertChunks([{ ...base, dense: [1, 0] }]);
    const other = new QdrantStore({ url: fake.url, collection });
    await expect(other.upsertChunks([{ ...base, dense: [1, 0, 0] }])).rejects.toMatchObject({
      code: 'index_dimension',
      values: { found: 2, wanted: 3 },
    });
  });
});
