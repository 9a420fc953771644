import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { encodeDocument } from '../sparse';
import { QdrantStore } from './qdrant';
import { denseSearch, qdrantSettings, readConsistency, writeOrdering } from './qdrant-settings';
import { isSpread } from './qdrant-snapshot';
import type { IndexedChunk } from './store';

let fake: FakeQdrant;
beforeAll(async () => {
  fake = await startFakeQdrant();
});
afterAll(() => fake.stop());

const settingsOf = (variables: Record<string, string>) => qdrantSettings(parseEnv(variables));
const open = (collection: string, variables: Record<string, string> = {}) =>
  new QdrantStore({ url: fake.url, collection, settings: settingsOf(variables) });

function chunks(count: number): IndexedChunk[] {
  const sparse = encodeDocument({ title: '', headingPath: [], text: 'tea' });
  const shared = { versionId: 'v', visibility: 'public' as const, sparse, dense: [1, 0] };
  return Array.from({ length: count }, (_, n) => {
    return { ...shared, chunkId: `c${n}`, documentId: `d${n % 2}` };
  });
}

test('a collection is made as the environment asks, with its indexes before the first point', async () => {
  const collection = `test-${newId()}`;
  const store = open(collection, {
    QDRANT_QUANTIZATION: 'scalar',
    QDRANT_ON_DISK: 'vectors, payload',
    QDRANT_SHARDS: '2',
    QDRANT_REPLICAS: '3',
  });
  await store.upsertChunks(chunks(3));
  const info = fake.info(collection);
  expect(info?.config).toMatchObject({
    params: {
      vectors: { dense: { size: 2, on_disk: true } },
      sparse_vectors: { sparse: { modifier: 'idf', index: { on_disk: false } } },
      on_disk_payload: true,
      shard_number: 2,
      replication_factor: 3,
      write_consistency_factor: 2,
    },
    hnsw_config: { m: 16, payload_m: 16 },
    quantization_config: { scalar: { type: 'int8', always_ram: true } },
  });
  expect(info?.payload_schema).toMatchObject({
    visibility: { points: 0, params: { is_tenant: true } },
    documentId: { points: 0 },
    versionId: { points: 0 },
    chunkId: { points: 0 },
  });
});

test('whether a collection is spread over nodes, the collection says, not the environment', async () => {
  const collection = `test-${newId()}`;
  await open(collection).upsertChunks(chunks(1));
  expect(await isSpread({ url: fake.url }, collection)).toBe(false);
  for (const variable of ['QDRANT_SHARDS', 'QDRANT_REPLICAS']) {
    const spread = `test-${newId()}`;
    await open(spread, { [variable]: '2' }).upsertChunks(chunks(1));
    expect(await isSpread({ url: fake.url }, spread)).toBe(true);
  }
});

test('other settings change the collection that is there, as far as that goes', async () => {
  const collection = `test-${newId()}`;
  await open(collection, { QDRANT_QUANTIZATION: 'binary' }).upsertChunks(chunks(1));
  const next = { QDRANT_ON_DISK: 'sparse', QDRANT_REPLICAS: '2', QDRANT_SHARDS: '4' };
  expect(await open(collection, next).adapt()).toBe(true);
  expect(fake.info(collection)?.config).toMatchObject({
    params: {
      vectors: { dense: { size: 2, on_disk: false } },
      sparse_vectors: { sparse: { modifier: 'idf', index: { on_disk: true } } },
      replication_factor: 2,
      write_consistency_factor: 2,
      shard_number: 1,
    },
    quantization_config: null,
  });
  const before = fake.requests();
  expect(await open(collection, next).adapt()).toBe(true);
  expect(fake.requests()).toBe(before + 1);
  expect(await open(`test-${newId()}`).adapt()).toBe(false);
});

test('many chunks go in batches, a few at a time, and in smaller ones where less is taken', async () => {
  const collection = `test-${newId()}`;
  const store = open(collection);
  await store.upsertChunks(chunks(1));
  fake.slowDown(20);
  fake.limitBodies(20_000);
  await store.upsertChunks(chunks(1_500));
  fake.limitBodies(32_000_000);
  fake.slowDown(0);
  expect(await store.count()).toBe(1_500);
  expect(fake.busiest()).toBeLessThanOrEqual(3);
  expect([...(await store.countByDocument())].sort()).toEqual([
    ['d0', 750],
    ['d1', 750],
  ]);
});

test('small collections are compared whole, large ones walked widely and compared whole again', () => {
  const scalar = settingsOf({ QDRANT_QUANTIZATION: 'scalar' });
  expect(denseSearch(scalar, { points: 100_000, dimension: 384 })).toEqual({ exact: true });
  const large = { points: 1_000_000, dimension: 1_024 };
  expect(denseSearch(settingsOf({}), large)).toEqual({ hnsw_ef: 256 });
  expect(denseSearch(scalar, large)).toEqual({
    hnsw_ef: 256,
    quantization: { rescore: true, oversampling: 2 },
  });
});

test('what a search must meet depends on how many copies hold a change', () => {
  expect(readConsistency(settingsOf({}))).toBeUndefined();
  expect(writeOrdering(settingsOf({}))).toBe('weak');
  const three = settingsOf({ QDRANT_REPLICAS: '3' });
  expect(three.writeConsistency).toBe(2);
  expect(readConsistency(three)).toBe('majority');
  expect(writeOrdering(three)).toBe('medium');
  const all = settingsOf({ QDRANT_REPLICAS: '3', QDRANT_WRITE_CONSISTENCY: '3' });
  expect(readConsistency(all)).toBeUndefined();
  expect(() => parseEnv({ QDRANT_REPLICAS: '2', QDRANT_WRITE_CONSISTENCY: '3' })).toThrow(
    /QDRANT_WRITE_CONSISTENCY: use QDRANT_REPLICAS at most/,
  );
  expect(() => parseEnv({ QDRANT_ON_DISK: 'everything' })).toThrow(/use vectors, sparse/);
});
