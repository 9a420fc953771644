import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { count, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { chunks, documents, elements } from '@/drizzle/schema/knowledge';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { findDocument } from '@/lib/db/documents';
import { subscribe } from '@/lib/events/bus';
import { storedFilePath, storeFile } from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';
import { closeQueue } from '@/lib/queue';
import { makePdf } from '@/tests/support/make-pdf';
import { deleteDocument } from './delete-document';
import { ingestDocument } from './ingest';
import { openCitation } from './open-citation';
import { removeAbandonedFiles } from './remove-abandoned-files';
import { indexStore } from './store/index-store';
import { uploadDocument } from './upload-document';

const admin: Principal = { kind: 'staff', id: 'a', roles: ['admin'], teamIds: [], locale: 'en' };
const guest: Principal = { kind: 'guest', id: 'g', roles: [], teamIds: [], locale: 'en' };

const policy = makePdf([
  [
    { text: 'Travel policy', y: 720, size: 20 },
    { text: 'Trips are booked by the travel desk.', y: 690 },
  ],
  [{ text: 'A hotel night may cost 140 euros in Paris.', y: 720 }],
]);

function upload(content: Uint8Array | string, filename: string) {
  const stream = Readable.from([Buffer.from(content)]);
  return uploadDocument({ principal: admin, stream, filename, visibility: 'public' });
}

async function rowsOf(id: string) {
  const [[elementRows], [chunkRows]] = await Promise.all([
    db().select({ n: count() }).from(elements).where(eq(elements.documentId, id)),
    db().select({ n: count() }).from(chunks).where(eq(chunks.documentId, id)),
  ]);
  return { elements: elementRows?.n, chunks: chunkRows?.n };
}

afterAll(closeQueue);

test('an uploaded PDF becomes chunks that know their pages, and tells its progress', async () => {
  const { id } = await upload(policy, 'policy.pdf');
  const seen = new Set<string>();
  const stop = await subscribe((event) => {
    if (event.type === 'document-changed') seen.add(event.documentId);
  });
  await ingestDocument(id);
  stop();
  expect(await findDocument(id)).toMatchObject({
    title: 'Travel policy',
    format: 'pdf',
    status: 'ready',
    progress: 1,
    pages: 2,
    errorCode: null,
  });
  expect(seen).toContain(id);
  const rows = await db().select().from(chunks).where(eq(chunks.documentId, id));
  const onPageTwo = rows.find((row) => row.text.includes('140 euros'));
  expect(onPageTwo).toMatchObject({ pageTo: 2, headingPath: ['Travel policy'] });
  expect(await openCitation(guest, onPageTwo?.id ?? '')).toMatchObject({
    document: 'Travel policy',
  });
});

test('doing an ingestion twice leaves what doing it once leaves, ids included', async () => {
  const { id } = await upload('# Opening hours\n\nMonday to Friday, nine to five.', 'hours.md');
  await ingestDocument(id);
  const first = await db().select().from(chunks).where(eq(chunks.documentId, id));
  await db().update(documents).set({ status: 'embedding' }).where(eq(documents.id, id));
  await ingestDocument(id);
  expect(await db().select().from(chunks).where(eq(chunks.documentId, id))).toEqual(first);
});

test('a file that cannot be read fails with its reason and leaves nothing behind', async () => {
  const { id } = await upload(policy.slice(0, 300), 'broken.pdf');
  const before = await indexStore().count();
  await ingestDocument(id);
  expect(await findDocument(id)).toMatchObject({ status: 'failed', errorCode: 'damaged' });
  expect(await rowsOf(id)).toEqual({ elements: 0, chunks: 0 });
  expect(await indexStore().count()).toBe(before);
});

test('the same content for the same readers is recognised', async () => {
  const first = await upload('The desk opens at nine.', 'a.txt');
  const second = await upload('The desk opens at nine.', 'b.txt');
  expect(second).toEqual({ id: first.id, isDuplicate: true });
});

test('a deleted document leaves no row, no file and no entry in the index', async () => {
  const before = await indexStore().count();
  const { id } = await upload('Gift cards never expire.', 'gifts.txt');
  await ingestDocument(id);
  expect(await indexStore().count()).toBe(before + 1);
  await deleteDocument(admin, id);
  expect(await findDocument(id)).toBeNull();
  expect(await rowsOf(id)).toEqual({ elements: 0, chunks: 0 });
  expect(existsSync(storedFilePath(id))).toBe(false);
  expect(await indexStore().count()).toBe(before);
});

test('files that no document owns any more are cleared away, others stay', async () => {
  const { id } = await upload('The lobby is heated to 21 degrees.', 'heating.txt');
  const left = await storeFile(newId(), Readable.from(['half of an upload']));
  await removeAbandonedFiles(-1000);
  expect(existsSync(storedFilePath(left.id))).toBe(false);
  expect(existsSync(storedFilePath(id))).toBe(true);
});

test('a citation of a document for staff is not there for a guest', async () => {
  const stream = Readable.from([Buffer.from('Refunds above 500 euros need two signatures.')]);
  const { id } = await uploadDocument({
    principal: admin,
    stream,
    filename: 'refunds.txt',
    visibility: 'staff',
  });
  await ingestDocument(id);
  const [row] = await db().select().from(chunks).where(eq(chunks.documentId, id));
  await expect(openCitation(guest, row?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
});
