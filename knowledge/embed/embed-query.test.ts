import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeEmbeddings, startFakeEmbeddings } from '@/tests/support/fake-embeddings';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { guest } from '@/tests/support/principals';
import { search } from '../search';
import { embedder } from './embedder';

let server: FakeEmbeddings;

beforeAll(async () => {
  server = await startFakeEmbeddings([
    ['car', 'vehicle'],
    ['holiday', 'vacation'],
  ]);
  process.env.EMBEDDINGS = 'openai:fake';
  process.env.OPENAI_BASE_URL = server.url;
  const dense = (texts: string[]) => embedder('openai:fake')?.embedDocuments(texts);
  await addIndexedDocument({ title: 'Parking', texts: ['Every vehicle needs a badge.'], dense });
  await addIndexedDocument({ title: 'Leave', texts: ['Vacation is thirty days.'], dense });
});
afterAll(() => server.stop());

test('with an embedding model a passage is found that shares no word with the question', async () => {
  const { hits } = await search({ query: 'where may my car stand', principal: guest });
  expect(hits[0]?.document).toBe('Parking');
});

test('while the provider is down, search goes on by words', async () => {
  server.breakDown();
  const { hits } = await search({ query: 'vacation days', principal: guest });
  expect(hits.map(({ document }) => document)).toEqual(['Leave']);
});
