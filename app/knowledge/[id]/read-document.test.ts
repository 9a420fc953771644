import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { listChunkViews } from '@/knowledge/documents/list-chunk-views';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { closeQueue } from '@/lib/queue';
import { admin, staffOf } from '@/tests/support/principals';
import { findTarget, readDocument } from './read-document';

const section = (name: string, words: string) => `# ${name}\n\n${words}\n\n`;
const content =
  section('Contents', 'Boats, and after them Nets.') +
  section('Boats', 'Boats are tarred in spring, before the first warm days of the year.') +
  section('Nets', 'Nets are mended in winter, when nobody goes out to the sea.');

async function ingest() {
  const stream = Readable.from([Buffer.from(content)]);
  const upload = {
    principal: admin,
    stream,
    filename: 'harbour.md',
    visibility: 'team:dock',
  } as const;
  const { id, versionId } = await uploadDocument(upload);
  await ingestVersion(versionId);
  return id;
}

afterAll(closeQueue);

test('a link to a passage finds its place and the element that it was read from', async () => {
  const id = await ingest();
  const { chunks } = await listChunkViews(admin, id, { limit: 10 });
  const nets = chunks.find(({ text }) => text.includes('mended'));
  const target = await findTarget(await requireDocument(admin, id), nets?.id);
  expect(target).toEqual({
    chunkId: nets?.id,
    seq: nets?.seq,
    page: null,
    element: 5,
    quote: null,
  });
});

test('a link to a passage that is gone says so, and a link to none leads to none', async () => {
  const document = await requireDocument(admin, await ingest());
  const gone = { chunkId: 'gone', seq: null, page: null, element: null, quote: null };
  expect(await findTarget(document, 'gone')).toEqual(gone);
  expect(await findTarget(document, undefined)).toBeNull();
});

test('a document of a foreign team is as if it were not there', async () => {
  const id = await ingest();
  expect(await readDocument(staffOf('kitchen'), id)).toBeNull();
  expect(await readDocument(staffOf('dock'), id)).toMatchObject({ id });
});
