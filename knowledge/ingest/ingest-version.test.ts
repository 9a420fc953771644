import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { count, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { chunks, documentVersions, elements } from '@/drizzle/schema/knowledge';
import { db } from '@/lib/db/client';
import { findDocument } from '@/lib/db/knowledge/documents';
import { listLogEntries } from '@/lib/db/knowledge/ingestion-log';
import { subscribe } from '@/lib/events/bus';
import { storedFilePath, storeFile } from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';
import { closeQueue } from '@/lib/queue';
import { makePdf } from '@/tests/support/make-pdf';
import { admin, guest } from '@/tests/support/principals';
import { cancelIngestion } from '../documents/cancel-ingestion';
import { openCitation } from '../documents/open-citation';
import { removeAbandonedFiles } from '../documents/remove-abandoned-files';
import { retryIngestion } from '../documents/retry-ingestion';
import { uploadDocument } from '../documents/upload-document';
import { search } from '../search';
import { liveIndex } from '../store/search-indexes';
import { ingestVersion } from './ingest-version';

const policy = makePdf([
  [
    { text: 'Travel policy', y: 720, size: 20 },
    { text: 'Trips are booked by the travel desk.', y: 690 },
  ],
  [{ text: 'A hotel night may cost 140 euros in Paris.', y: 720 }],
]);

function upload(content: Uint8Array | string, filename: string, more = {}) {
  const stream = Readable.from([Buffer.from(content)]);
  return uploadDocument({ principal: admin, stream, filename, visibility: 'public', ...more });
}

async function rowsOf(versionId: string) {
  const [[elementRows], [chunkRows]] = await Promise.all([
    db().select({ n: count() }).from(elements).where(eq(elements.versionId, versionId)),
    db().select({ n: count() }).from(chunks).where(eq(chunks.versionId, versionId)),
  ]);
  return { elements: elementRows?.n, chunks: chunkRows?.n };
}

async function countIndexed(): Promise<number> {
  return (await liveIndex()).store.count();
}

/** What is found first. */
const answerTo = async (query: string) =>
  (await search({ query, principal: guest })).hits.at(0)?.text;

afterAll(closeQueue);

test('an uploaded PDF becomes chunks that know their pages and places, and tells its progress', async () => {
  const { id, versionId } = await upload(policy, 'policy.pdf');
  const seen = new Set<string>();
  const stop = await subscribe((event) => {
    if (event.type === 'document-changed') seen.add(event.documentId);
  });
  await ingestVersion(versionId);
  stop();
  const document = await findDocument(id);
  expect(document).toMatchObject({
    title: 'Travel policy',
    latest: { format: 'pdf', status: 'ready', progress: 1, pages: 2, errorCode: null, attempt: 1 },
    liveVersionId: versionId,
  });
  expect(document?.latest.endedAt?.getTime()).toBeGreaterThanOrEqual(
    document?.latest.startedAt?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  expect(seen).toContain(id);
  const rows = await db().select().from(chunks).where(eq(chunks.documentId, id));
  const onPageTwo = rows.find((row) => row.text.includes('140 euros'));
  expect(onPageTwo).toMatchObject({ pageTo: 2, headingPath: ['Travel policy'] });
  const cited = await openCitation(guest, { chunkId: onPageTwo?.id ?? '' });
  expect(cited).toMatchObject({ document: 'Travel policy', page: 2 });
  expect(cited.boxes).toEqual([expect.objectContaining({ page: 2 })]);
});

test('the log tells what happened, in order', async () => {
  const { versionId } = await upload('# Keys\n\nKeys hang behind the door.', 'keys.md');
  await ingestVersion(versionId);
  const codes = (await listLogEntries(versionId)).map(({ code }) => code);
  expect(codes).toEqual(['stored', 'parsing', 'parsed', 'chunked', 'ready']);
});

test('doing an ingestion twice leaves what doing it once leaves, ids included', async () => {
  const { versionId } = await upload('# Opening hours\n\nMonday to Friday, nine to five.', 'h.md');
  await ingestVersion(versionId);
  const first = await db().select().from(chunks).where(eq(chunks.versionId, versionId));
  await db()
    .update(documentVersions)
    .set({ status: 'embedding' })
    .where(eq(documentVersions.id, versionId));
  await ingestVersion(versionId);
  expect(await db().select().from(chunks).where(eq(chunks.versionId, versionId))).toEqual(first);
});

test('a file that cannot be read fails with its reason and leaves nothing behind', async () => {
  const { id, versionId } = await upload(policy.slice(0, 300), 'broken.pdf');
  const before = await countIndexed();
  await ingestVersion(versionId);
  expect((await findDocument(id))?.latest).toMatchObject({
    status: 'failed',
    errorCode: 'damaged',
  });
  expect(await rowsOf(versionId)).toEqual({ elements: 0, chunks: 0 });
  expect(await countIndexed()).toBe(before);
});

test('the same bytes twice make one document', async () => {
  const first = await upload('The desk opens at nine.', 'a.txt');
  const again = await upload('The desk opens at nine.', 'b.txt');
  expect(again).toEqual({ ...first, outcome: 'unchanged' });
});

test('a new version answers in the place of the old, which answers until then', async () => {
  const first = await upload('The pool opens at six.', 'pool.txt');
  await ingestVersion(first.versionId);
  const second = await upload('The pool opens at seven.', 'pool.txt', { replaces: first.id });
  expect(second).toMatchObject({ id: first.id, outcome: 'new-version' });
  expect(await answerTo('When does the pool open?')).toBe('The pool opens at six.');
  await ingestVersion(second.versionId);
  expect(await answerTo('When does the pool open?')).toBe('The pool opens at seven.');
  expect(await rowsOf(first.versionId)).toEqual({ elements: 0, chunks: 0 });
  const document = await findDocument(first.id);
  expect(document).toMatchObject({ live: { number: 2 }, latest: { number: 2 } });
  expect(existsSync(storedFilePath(first.versionId))).toBe(true);
});

test('a new version that cannot be read leaves the old one answering', async () => {
  const first = await upload('The sauna opens at five.', 'sauna.txt');
  await ingestVersion(first.versionId);
  const broken = await upload(policy.slice(0, 400), 'sauna.pdf', { replaces: first.id });
  await ingestVersion(broken.versionId);
  expect(await answerTo('When does the sauna open?')).toBe('The sauna opens at five.');
  expect(await findDocument(first.id)).toMatchObject({
    live: { number: 1 },
    latest: { number: 2, status: 'failed' },
  });
});

test('an older version that is ready late does not take the place of a newer one', async () => {
  const first = await upload('The gym opens at one.', 'gym.txt');
  const second = await upload('The gym opens at two.', 'gym.txt', { replaces: first.id });
  await ingestVersion(second.versionId);
  await ingestVersion(first.versionId);
  expect(await answerTo('When does the gym open?')).toBe('The gym opens at two.');
});

test('a path that comes again with other content is a new version, with the same none', async () => {
  const source = { id: null, key: '/shelf/tea.txt' };
  const first = await upload('Tea is served at four.', 'tea.txt', { source });
  const same = await upload('Tea is served at four.', 'tea.txt', { source });
  const next = await upload('Tea is served at five.', 'tea.txt', { source });
  expect([first.outcome, same.outcome, next.outcome]).toEqual([
    'created',
    'unchanged',
    'new-version',
  ]);
  expect(next.id).toBe(first.id);
});

test('a cancelled ingestion ends at once, and can be taken up again', async () => {
  const { id, versionId } = await upload('The bar opens at eight.', 'bar.txt');
  const cancelled = await cancelIngestion(admin, id);
  expect(cancelled.latest).toMatchObject({ status: 'failed', errorCode: 'cancelled' });
  await ingestVersion(versionId);
  expect(await answerTo('When does the bar open?')).not.toBe('The bar opens at eight.');
  await retryIngestion(admin, id);
  await ingestVersion(versionId);
  expect(await answerTo('When does the bar open?')).toBe('The bar opens at eight.');
});

test('cancelling while it is read stops the reading and leaves nothing', async () => {
  const lines = Array.from({ length: 40 }, (_, n) => ({
    text: `Line ${n} of it.`,
    y: 740 - n * 17,
  }));
  const long = makePdf(Array.from({ length: 500 }, () => lines));
  const { id, versionId } = await upload(long, 'long.pdf');
  const reading = ingestVersion(versionId);
  await cancelIngestion(admin, id);
  await reading;
  expect((await findDocument(id))?.latest).toMatchObject({
    status: 'failed',
    errorCode: 'cancelled',
  });
  expect(await rowsOf(versionId)).toEqual({ elements: 0, chunks: 0 });
});

test('files that no version owns any more are cleared away, others stay', async () => {
  const { versionId } = await upload('The lobby is heated to 21 degrees.', 'heating.txt');
  const left = await storeFile(newId(), Readable.from(['half of an upload']));
  await removeAbandonedFiles(-1000);
  expect(existsSync(storedFilePath(left.id))).toBe(false);
  expect(existsSync(storedFilePath(versionId))).toBe(true);
});

test('a citation of a document for staff is not there for a guest', async () => {
  const { versionId } = await upload('Refunds above 500 euros need two signatures.', 'r.txt', {
    visibility: 'staff',
  });
  await ingestVersion(versionId);
  const [row] = await db().select().from(chunks).where(eq(chunks.versionId, versionId));
  await expect(openCitation(guest, { chunkId: row?.id ?? '' })).rejects.toMatchObject({
    code: 'not_found',
  });
});
