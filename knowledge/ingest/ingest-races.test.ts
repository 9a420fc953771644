import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chunks, elements } from '@/drizzle/schema/knowledge';
import type { Visibility } from '@/lib/auth/visibility';
import { db } from '@/lib/db/client';
import { findVersion } from '@/lib/db/knowledge/document-versions';
import { findDocument } from '@/lib/db/knowledge/documents';
import { closeQueue } from '@/lib/queue';
import { type FakeEmbeddings, startFakeEmbeddings } from '@/tests/support/fake-embeddings';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { admin } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';
import { cancelIngestion } from '../documents/cancel-ingestion';
import { changeDocument } from '../documents/change-document';
import { deleteDocument } from '../documents/delete-document';
import { retryIngestion } from '../documents/retry-ingestion';
import { uploadDocument } from '../documents/upload-document';
import { encodeQuery } from '../sparse';
import { indexVersion } from '../store/index-version';
import { refreshIndex } from '../store/refresh-index';
import { liveIndex } from '../store/search-indexes';
import { ingestVersion } from './ingest-version';

let embeddings: FakeEmbeddings;
let qdrant: FakeQdrant;

beforeAll(async () => {
  embeddings = await startFakeEmbeddings([['lamp']]);
  qdrant = await startFakeQdrant();
  process.env.OPENAI_BASE_URL = embeddings.url;
  process.env.EMBEDDINGS = 'openai:fake';
  process.env.QDRANT_URL = qdrant.url;
});
afterAll(async () => {
  await closeQueue();
  await embeddings.stop();
  await qdrant.stop();
});

function upload(content: string, replaces?: string) {
  const stream = Readable.from([Buffer.from(content)]);
  const given = { principal: admin, stream, filename: 'note.txt', replaces };
  return uploadDocument({ ...given, visibility: 'public' });
}

/** Reads a version, and does something else at the moment when its passages are being embedded. */
async function meanwhile(versionId: string, act: () => Promise<unknown>): Promise<void> {
  const release = embeddings.hold();
  const reading = ingestVersion(versionId);
  await waitFor('its passages are being embedded', () => embeddings.waiting() > 0);
  await act();
  release();
  await reading;
}

async function rowsOf(versionId: string) {
  const read = await db().select().from(elements).where(eq(elements.versionId, versionId));
  const made = await db().select().from(chunks).where(eq(chunks.versionId, versionId));
  return { elements: read.length, chunks: made.length };
}

const countIndexed = async (id: string) => (await liveIndex()).store.count(id);

async function isFoundBy(id: string, words: string, visibility: Visibility): Promise<boolean> {
  const { store } = await liveIndex();
  const query = { sparse: encodeQuery(words), visibilities: [visibility], limit: 50 };
  const { candidates } = await store.search(query);
  return candidates.some(({ documentId }) => documentId === id);
}

test('a worker that did not notice a cancelling does not end what is tried again', async () => {
  const { id, versionId } = await upload('The first lamp is in the hall.');
  await meanwhile(versionId, async () => {
    await cancelIngestion(admin, id);
    await retryIngestion(admin, id);
  });
  expect(await findVersion(versionId)).toMatchObject({ status: 'queued', attempt: 0 });
  await ingestVersion(versionId);
  expect(await findVersion(versionId)).toMatchObject({ status: 'ready', chunkCount: 1 });
  expect(await rowsOf(versionId)).toEqual({ elements: 1, chunks: 1 });
});

test('a second worker on the same version leaves the first nothing to store', async () => {
  const { versionId } = await upload('The second lamp is in the hall.');
  await meanwhile(versionId, async () => {
    embeddings.hold()();
    await ingestVersion(versionId);
  });
  expect(await findVersion(versionId)).toMatchObject({ status: 'ready', attempt: 2 });
  expect(await rowsOf(versionId)).toEqual({ elements: 1, chunks: 1 });
});

test('readers that are narrowed while a document is read are those of its label in the index', async () => {
  const { id, versionId } = await upload('The third lamp is violet.');
  await meanwhile(versionId, () => changeDocument(admin, id, { visibility: 'staff' }));
  expect(await findVersion(versionId)).toMatchObject({ status: 'ready' });
  expect(await isFoundBy(id, 'violet lamp', 'public')).toBe(false);
  expect(await isFoundBy(id, 'violet lamp', 'staff')).toBe(true);
});

test('a title that a person gives while a document is read stays', async () => {
  const { id, versionId } = await upload('# Lamps\n\nThe fourth lamp is orange.');
  await meanwhile(versionId, () => changeDocument(admin, id, { title: 'Light' }));
  expect(await findDocument(id)).toMatchObject({ title: 'Light', liveVersionId: versionId });
});

test('a document that is deleted while it is read leaves nothing in an outside index', async () => {
  const { id, versionId } = await upload('The fifth lamp is pink.');
  await meanwhile(versionId, () => deleteDocument(admin, id));
  expect(await countIndexed(id)).toBe(0);
});

test('what is in the index of a version that is about to answer stays when the document changes', async () => {
  const { id, versionId } = await upload('The sixth lamp is grey.');
  await ingestVersion(versionId);
  const next = await upload('The sixth lamp is brown.', id);
  const { placed } = await makeRows(next.versionId, versionId);
  await indexVersion(await liveIndex(), { versionId: next.versionId, visibility: 'public' });
  await refreshIndex(id);
  expect(await countIndexed(id)).toBe(1 + placed);
  await ingestVersion(next.versionId);
  expect(await countIndexed(id)).toBe(1);
});

/** Gives a version that is on its way the chunks of another, as its ingestion does before it answers. */
async function makeRows(versionId: string, like: string): Promise<{ placed: number }> {
  const rows = await db().select().from(chunks).where(eq(chunks.versionId, like));
  await db()
    .insert(chunks)
    .values(rows.map((row) => ({ ...row, versionId })));
  return { placed: rows.length };
}
