import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import { closeQueue } from '@/lib/queue';
import { type FakeEmbeddings, startFakeEmbeddings } from '@/tests/support/fake-embeddings';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { admin, guest } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';
import { deleteDocument } from '../documents/delete-document';
import { uploadDocument } from '../documents/upload-document';
import { ingestVersion } from '../ingest/ingest-version';
import { search } from '../search';
import { buildIndex, dropIndex, ensureWantedIndex, startBuilding } from './build-index';
import { liveIndex } from './search-indexes';

let embeddings: FakeEmbeddings;
let qdrant: FakeQdrant;

beforeAll(async () => {
  embeddings = await startFakeEmbeddings([
    ['blimp', 'zeppelin'],
    ['holiday', 'vacation'],
  ]);
  qdrant = await startFakeQdrant();
  process.env.OPENAI_BASE_URL = embeddings.url;
  process.env.QDRANT_URL = qdrant.url;
});
afterAll(async () => {
  await closeQueue();
  await embeddings.stop();
  await qdrant.stop();
});

async function ingest(content: string, replaces?: string) {
  const stream = Readable.from([Buffer.from(content)]);
  const upload = { principal: admin, stream, filename: 'x.txt', visibility: 'public' as const };
  const uploaded = await uploadDocument({ ...upload, replaces });
  await ingestVersion(uploaded.versionId);
  return uploaded;
}

const found = async (query: string) =>
  (await search({ query, principal: guest })).hits.map(({ text }) => text);

async function buildingId(): Promise<string> {
  return (await findSearchIndexes()).building?.id ?? '';
}

/** This process goes on with the old index until the new one has loaded. */
async function untilLive(id: string): Promise<void> {
  await waitFor('the new index to answer', async () => (await liveIndex()).id === id);
}

async function modelsWithVectors(): Promise<string[]> {
  const rows = await db().execute<{ model: string }>(sql`select distinct model from chunk_vectors`);
  return rows.map(({ model }) => model).sort();
}

test('with another embedding model a second index is built beside the live one, then swapped', async () => {
  await ingest('Every zeppelin needs a badge.');
  const { id } = await ingest('Thirty days of vacation a year.');
  expect(await found('where may my blimp stand')).toEqual([]);
  const before = await liveIndex();

  await startBuilding({ store: 'embedded', embeddings: 'openai:one' });
  const first = await buildingId();
  // Until it is built the present one answers, and what comes meanwhile is in both.
  expect((await liveIndex()).id).toBe(before.id);
  await ingest('The car park closes at ten.');
  expect(await found('car park')).toEqual(['The car park closes at ten.']);
  await buildIndex(first);
  await untilLive(first);
  expect((await findSearchIndexes()).building).toBeNull();
  expect(await found('where may my blimp stand')).toContain('Every zeppelin needs a badge.');

  await dropIndex({ indexId: before.id, store: 'qdrant', embeddings: 'none' });
  const embedded = embeddings.texts();
  await ingest('Thirty days of vacation a year.\n\n# Sick leave\n\nCall before nine.', id);
  expect(embeddings.texts() - embedded).toBeLessThanOrEqual(2);
});

test('a building that is interrupted goes on where it was, and embeds nothing twice', async () => {
  await startBuilding({ store: 'embedded', embeddings: 'openai:two' });
  const id = await buildingId();
  embeddings.breakDown();
  await expect(buildIndex(id)).rejects.toThrow();
  expect(await found('car park')).toContain('The car park closes at ten.');
  embeddings.mend();
  await buildIndex(id);
  const embedded = embeddings.texts();
  await buildIndex(id);
  expect(embeddings.texts()).toBe(embedded);
  await untilLive(id);
  expect(await modelsWithVectors()).toEqual(['openai:one', 'openai:two']);
});

test('the old index is dropped with its vectors, the live one never', async () => {
  const { live } = await findSearchIndexes();
  await dropIndex({ indexId: live?.id ?? '', store: 'embedded', embeddings: 'openai:two' });
  expect(await modelsWithVectors()).toContain('openai:two');
  await dropIndex({ indexId: 'gone', store: 'embedded', embeddings: 'openai:one' });
  expect(await modelsWithVectors()).toEqual(['openai:two']);
});

test('moving to Qdrant and back takes every document along, and leaves no collection', async () => {
  await startBuilding({ store: 'qdrant', embeddings: 'openai:two' });
  const id = await buildingId();
  const { id: gone } = await ingest('The fountain is a zeppelin of joy.');
  await deleteDocument(admin, gone);
  await buildIndex(id);
  await untilLive(id);
  expect(qdrant.collections()).toEqual([`frontdesk-${id}`]);
  expect(await found('where may my blimp stand')).toContain('Every zeppelin needs a badge.');
  expect(await found('fountain')).not.toContain('The fountain is a zeppelin of joy.');

  await startBuilding({ store: 'embedded', embeddings: 'none' });
  const back = await buildingId();
  await buildIndex(back);
  await untilLive(back);
  await dropIndex({ indexId: id, store: 'qdrant', embeddings: 'openai:two' });
  expect(qdrant.collections()).toEqual([]);
  expect(await found('car park')).toEqual(['The car park closes at ten.']);
});

test('a worker that starts builds on what is made anew as it was, and gives up what nobody wants', async () => {
  await startBuilding();
  const wanted = await buildingId();
  await buildIndex(wanted);
  await untilLive(wanted);

  await startBuilding();
  const anew = await buildingId();
  await ensureWantedIndex();
  expect(await buildingId()).toBe(anew);
  await buildIndex(anew);
  await untilLive(anew);
  expect((await findSearchIndexes()).live?.total).toBeGreaterThan(0);

  await startBuilding({ store: 'embedded', embeddings: 'none' });
  await ensureWantedIndex();
  expect(await findSearchIndexes()).toMatchObject({ live: { id: anew }, building: null });
});
