import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { processGlobal } from '@/lib/process-global';
import { type FakeEmbeddings, startFakeEmbeddings } from '@/tests/support/fake-embeddings';
import { type FakeReranker, startFakeReranker } from '@/tests/support/fake-reranker';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { guest } from '@/tests/support/principals';
import { embedder } from './embed/embedder';
import { search } from './search';

const texts = [
  'The museum opens at ten. The museum shop opens at nine.',
  'The museum is closed on Mondays.',
  'Children enter the museum free of charge.',
];
let reranker: FakeReranker;
let embeddings: FakeEmbeddings;

beforeAll(async () => {
  reranker = await startFakeReranker('cohere', (text) => Number(text.includes('free of charge')));
  embeddings = await startFakeEmbeddings([
    ['kids', 'children'],
    ['shut', 'closed'],
  ]);
  process.env.RERANKER = 'cohere:some';
  process.env.RERANKER_URL = reranker.url;
  process.env.EMBEDDINGS = 'openai:fake';
  process.env.OPENAI_BASE_URL = embeddings.url;
  const dense = (some: string[]) => embedder('openai:fake')?.embedDocuments(some);
  await addIndexedDocument({ title: 'Museum', texts, dense });
});
beforeEach(() => {
  reranker.failWith(null);
  embeddings.mend();
  // What was left alone for its faults in one test is asked again in the next.
  processGlobal('services-called-in-time', () => new Map<string, unknown>()).clear();
});
afterAll(() => Promise.all([reranker.stop(), embeddings.stop()]));

const ask = (query: string, settings = {}) => search({ query, principal: guest, settings });
const wordsOnly = { meaning: 0, isReranked: false };

describe('with a reranker', () => {
  test('its order is the order, and the trace tells its scores', async () => {
    const { hits, trace } = await ask('museum opens');
    expect(hits[0]?.text).toContain('free of charge');
    expect(trace.notices).toEqual([]);
    expect(trace.considered[0]?.parts.reranker).toBe(1);
    expect(reranker.calls.at(-1)?.texts[0]).toMatch(/^Museum\n/);
  });

  test('where it sees no difference, the order stays as it was', async () => {
    const { hits } = await ask('museum opens');
    const before = await ask('museum opens', { isReranked: false });
    const others = ({ text }: { text: string }) => !text.includes('free of charge');
    expect(hits.filter(others)).toMatchObject(
      before.hits.filter(others).map(({ chunkId }) => ({ chunkId })),
    );
  });

  test('it is not asked where the settings say so', async () => {
    const before = reranker.calls.length;
    const { trace } = await ask('museum opens', { isReranked: false });
    expect(reranker.calls).toHaveLength(before);
    expect(trace.considered[0]?.parts.reranker).toBeNull();
  });

  test.each(['html', 'missing', 'foreign', 'twice', 'not-a-number', 'too-many', 500, 429] as const)(
    'whose answer is none (%s) the order stands, and the trace says why',
    async (fault) => {
      const expected = await ask('museum opens', { isReranked: false });
      reranker.failWith(fault);
      const { hits, trace } = await ask('museum opens');
      expect(hits).toEqual(expected.hits);
      expect(trace.notices).toEqual(['reranker-failed']);
      expect(trace.considered.every(({ parts }) => parts.reranker === null)).toBe(true);
    },
  );

  test('that does not answer is waited for two seconds, then the order stands', async () => {
    reranker.failOnce('hang');
    const { trace, hits } = await ask('museum opens');
    expect(trace.notices).toEqual(['reranker-failed']);
    expect(trace.times.rerank).toBeGreaterThan(1_900);
    expect(hits).toHaveLength(3);
  });

  test('the near duplicate of what it puts first is still left out', async () => {
    const twice = 'Dogs enter the museum free of charge, on a lead.';
    await addIndexedDocument({ title: 'Dogs', texts: [twice] });
    await addIndexedDocument({ title: 'Dogs', texts: [twice] });
    const { hits } = await ask('do dogs enter the museum');
    expect(hits.filter(({ text }) => text === twice)).toHaveLength(1);
  });
});

describe('with an embedding model', () => {
  const unreranked = { isReranked: false };

  test('what shares no word with the question is found, and the trace tells how near it is', async () => {
    const { hits, trace } = await ask('kids', unreranked);
    expect(hits[0]?.text).toContain('Children');
    expect(trace.considered[0]?.parts.meaning).toBeGreaterThan(0.9);
    expect(trace.notices).toEqual([]);
  });

  test('it is not asked where meaning is to count for nothing', async () => {
    const before = embeddings.texts();
    const { trace } = await ask('kids', wordsOnly);
    expect(embeddings.texts()).toBe(before);
    expect(trace.notices).toEqual([]);
  });

  test('while it is down search goes on by words, and the trace says so', async () => {
    const expected = await ask('museum closed', wordsOnly);
    embeddings.breakDown();
    const { hits, trace } = await ask('museum closed', unreranked);
    expect(hits.map(({ chunkId }) => chunkId)).toEqual(expected.hits.map(({ chunkId }) => chunkId));
    expect(trace.notices).toEqual(['embeddings-failed']);
    expect(trace.considered.every(({ parts }) => parts.meaning === null)).toBe(true);
  });

  test('that gives vectors of another length since, search goes on by words', async () => {
    const expected = await ask('museum closed', wordsOnly);
    embeddings.becomeAnother();
    const { hits, trace } = await ask('museum closed', unreranked);
    expect(hits.map(({ chunkId }) => chunkId)).toEqual(expected.hits.map(({ chunkId }) => chunkId));
    expect(trace.notices).toEqual(['embeddings-failed']);
    expect(trace.considered.every(({ parts }) => parts.meaning === null)).toBe(true);
  });
});
