import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeQueue } from '@/lib/queue';
import { type FakeEmbeddings, startFakeEmbeddings } from '@/tests/support/fake-embeddings';
import { admin, guest, staffOf } from '@/tests/support/principals';
import { ingestVersion } from '../ingest/ingest-version';
import { search } from '../search';
import { changeDocument } from './change-document';
import { uploadDocument } from './upload-document';

let embeddings: FakeEmbeddings;

beforeAll(async () => {
  embeddings = await startFakeEmbeddings([['lamp']]);
  process.env.OPENAI_BASE_URL = embeddings.url;
  process.env.EMBEDDINGS = 'openai:fake';
});
afterAll(async () => {
  await closeQueue();
  await embeddings.stop();
});

async function ingest(content: string): Promise<string> {
  const stream = Readable.from([Buffer.from(content)]);
  const upload = { principal: admin, stream, filename: 'note.txt', visibility: 'staff' as const };
  const { id, versionId } = await uploadDocument(upload);
  await ingestVersion(versionId);
  return id;
}

const found = async (query: string, principal = staffOf()) =>
  (await search({ query, principal })).hits.map(({ document }) => document);

test('new readers find a document at once, and nothing is embedded again', async () => {
  const id = await ingest('The lamp in the hall is green.');
  expect(await found('green lamp hall', guest)).toEqual([]);
  const embedded = embeddings.texts();
  await changeDocument(admin, id, { visibility: 'public' });
  expect(embeddings.texts()).toBe(embedded);
  expect(await found('green lamp hall', guest)).toEqual(['note']);
  await changeDocument(admin, id, { visibility: 'staff' });
  expect(await found('green lamp hall', guest)).toEqual([]);
});

test('a document is found by its new title', async () => {
  const id = await ingest('It opens with a brass key.');
  expect(await found('Wardrobe')).not.toContain('Wardrobe manual');
  await changeDocument(admin, id, { title: 'Wardrobe manual' });
  expect(await found('Wardrobe')).toContain('Wardrobe manual');
});
