import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeQdrantTrouble } from '@/app/_cli/describe-qdrant-trouble';
import { checkParts } from '@/app/api/ready/check-parts';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { search } from '@/knowledge/search';
import { buildIndex } from '@/knowledge/store/build-index';
import { mendIndex } from '@/knowledge/store/mend-index';
import { ensureRefresh, refreshIndex } from '@/knowledge/store/refresh-index';
import { liveIndex } from '@/knowledge/store/search-indexes';
import { db } from '@/lib/db/client';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import { closeQueue, openQueue } from '@/lib/queue';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { admin, guest } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';

let qdrant: FakeQdrant;
let boss: Awaited<ReturnType<typeof openQueue>>;

beforeAll(async () => {
  qdrant = await startFakeQdrant();
  process.env.QDRANT_URL = qdrant.url;
  boss = await openQueue({ isWorker: false });
});
beforeEach(() => boss.deleteAllJobs('refresh-index'));
afterAll(async () => {
  await boss.stop({ graceful: false });
  await closeQueue();
  await qdrant.stop();
});

async function ingest(content: string): Promise<string> {
  const stream = Readable.from([Buffer.from(content)]);
  const upload = { principal: admin, stream, filename: 'x.txt', visibility: 'public' as const };
  const { id, versionId } = await uploadDocument(upload);
  await ingestVersion(versionId);
  return id;
}

const found = async (query: string) =>
  (await search({ query, principal: guest })).hits.map(({ text }) => text);

/** Documents that a worker is asked to put in again. */
async function askedFor(): Promise<string[]> {
  const jobs = await boss.fetch<{ documentId: string }>('refresh-index', { batchSize: 10 });
  for (const { id } of jobs) await boss.complete('refresh-index', id);
  return jobs.map(({ data }) => data.documentId).sort();
}

test('an index that holds what answers is left alone', async () => {
  await mendIndex();
  await ingest('The kiosk sells stamps.');
  await boss.deleteAllJobs('refresh-index');
  await mendIndex();
  expect(await askedFor()).toEqual([]);
  expect((await findSearchIndexes()).building).toBeNull();
});

test('what a killed worker left behind or never put in is made good', async () => {
  const id = await ingest('The pharmacy opens at eight.');
  await boss.deleteAllJobs('refresh-index');
  const { store } = await liveIndex();
  const orphan = {
    chunkId: 'c',
    versionId: 'v',
    documentId: 'gone',
    visibility: 'public' as const,
    sparse: { indices: [1], values: [1] },
  };
  await store.upsertChunks([orphan]);
  await store.removeChunks({ documentId: id });
  expect(await found('pharmacy')).toEqual([]);

  await mendIndex();
  const asked = await askedFor();
  expect(asked).toEqual([id, 'gone'].sort());
  for (const documentId of asked) await refreshIndex(documentId);
  expect(await store.count('gone')).toBe(0);
  expect(await found('pharmacy')).toEqual(['The pharmacy opens at eight.']);
});

test('a collection that somebody deleted is told, and the index is built anew', async () => {
  const { id: lost } = await liveIndex();
  qdrant.drop(`frontdesk-${lost}`);
  await expect(found('stamps')).rejects.toMatchObject({
    code: 'unavailable',
    values: { reason: 'collection_missing' },
  });
  const { states, reasons } = await checkParts();
  expect([states.index, reasons.index]).toEqual(['failed', 'collection_missing']);

  await mendIndex();
  await mendIndex();
  const { building } = await findSearchIndexes();
  await buildIndex(building?.id ?? '');
  await waitFor('the new index to answer', async () => (await liveIndex()).id === building?.id);
  expect(await found('stamps')).toEqual(['The kiosk sells stamps.']);
  expect((await checkParts()).states.index).toBe('ok');
});

test('a change that comes while the index follows another is followed, too', async () => {
  const id = await ingest('The pool is closed on Mondays.');
  await boss.deleteAllJobs('refresh-index');
  const ask = () => db().transaction((tx) => ensureRefresh(tx, id));
  await ask();
  const [working] = await boss.fetch('refresh-index');
  expect(working).toBeDefined();
  await ask();
  await ask();
  // One job of a document is done at a time, so the next waits for this one.
  expect(await boss.fetch('refresh-index')).toEqual([]);
  await boss.complete('refresh-index', working?.id ?? '');
  expect(await askedFor()).toEqual([id]);
  expect(await askedFor()).toEqual([]);
});

test('a key that Qdrant refuses is named where people look after the desk', async () => {
  qdrant.requireKey('another');
  const { states, reasons } = await checkParts();
  qdrant.requireKey(undefined);
  expect([states.index, reasons.index]).toEqual(['failed', 'key_refused']);
  expect(describeQdrantTrouble(reasons.index)).toMatch(/refuses the key. Set QDRANT_API_KEY/);
});
