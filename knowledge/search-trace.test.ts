import { beforeAll, describe, expect, test } from 'vitest';
import { defaultRetrieval, searchTraceSchema } from '@/lib/shared/retrieval';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { guest } from '@/tests/support/principals';
import { search } from './search';

const question = 'How long may a parcel be kept in the parcel locker?';
const longAnswer =
  'A parcel may be kept in the parcel locker for seven days. After that it goes back to the sender, who is told by mail and may send it again.';

beforeAll(async () => {
  await addIndexedDocument({
    title: 'Lockers',
    texts: [
      longAnswer,
      'The locker has ninety doors. Each parcel gets a door of its own.',
      'Opening hours of the locker are the same as those of the station.',
    ],
  });
  // The same page once more, as it is found in every organisation.
  await addIndexedDocument({ title: 'Lockers', texts: [longAnswer] });
  await addIndexedDocument({
    title: 'Menu',
    texts: ['On Mondays there is soup.', 'Where bread is kept, mice are not far.'],
  });
});

const ask = (settings = {}) => search({ query: question, principal: guest, settings });

describe('the trace of a search', () => {
  test('tells every candidate, best first, and what became of it', async () => {
    const { hits, trace } = await ask({ passages: 2 });
    expect(searchTraceSchema.parse(trace)).toEqual(trace);
    expect(trace.query).toBe(question);
    expect(trace.notices).toEqual([]);
    const { considered } = trace;
    const shown = considered.filter(({ outcome }) => outcome === 'shown');
    expect(shown.map(({ chunkId }) => chunkId)).toEqual(hits.map(({ chunkId }) => chunkId));
    expect(considered.map(({ outcome }) => outcome).slice(0, 3)).toEqual([
      'shown',
      'near-duplicate',
      'shown',
    ]);
    expect(considered.some(({ outcome }) => outcome === 'beyond')).toBe(true);
    const scores = considered.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('tells the terms looked for, and how many chunks hold each', async () => {
    const { terms } = (await ask()).trace;
    expect(terms.find(({ term }) => term === 'parcel')).toMatchObject({ holders: 3 });
    expect(terms.find(({ term }) => term === 'locker')).toMatchObject({ holders: 4 });
    expect(terms.map(({ term }) => term)).not.toContain('the');
  });

  test('tells what each score is made of', async () => {
    const [best] = (await ask()).trace.considered;
    const { words, bm25, nearness, coverage, document, ...others } = best?.parts ?? {};
    expect(others).toEqual({ meaning: null, reranker: null });
    const sum = (bm25 ?? 0) + (nearness ?? 0) + (coverage ?? 0) + (document ?? 0);
    expect(words).toBeCloseTo(sum, 6);
    for (const part of [bm25, nearness, coverage, document]) expect(part).toBeGreaterThan(0);
  });

  test('names the settings that it was made with', async () => {
    expect((await ask()).trace.settings).toEqual(defaultRetrieval);
    const { settings } = (await ask({ passages: 3, meaning: 0.1 })).trace;
    expect(settings).toEqual({ ...defaultRetrieval, passages: 3, meaning: 0.1 });
  });

  test('says that a long question was cut, and holds what is left of it', async () => {
    const { trace } = await search({
      query: `${question} ${'and '.repeat(1_000)}`,
      principal: guest,
    });
    expect(trace.notices).toEqual(['question-cut']);
    expect(trace.query).toHaveLength(2_000);
  });

  test('of a question without a word there is one, too', async () => {
    const { trace, hits } = await search({ query: '?!', principal: guest });
    expect(hits).toEqual([]);
    expect(trace).toMatchObject({ query: '?!', terms: [], considered: [] });
  });
});

describe('settings', () => {
  test('decide how many passages there are', async () => {
    expect((await ask({ passages: 1 })).hits).toHaveLength(1);
    expect((await ask({ passages: 3 })).hits).toHaveLength(3);
  });

  test('decide from which confidence on a question is answered', async () => {
    const { confidence, isAnswered } = await ask();
    expect(isAnswered).toBe(true);
    expect(await ask({ answeredFrom: 1 })).toMatchObject({ confidence, isAnswered: false });
    const unknown = await search({
      query: 'Who sells bicycles?',
      principal: guest,
      settings: { answeredFrom: 0 },
    });
    expect(unknown.isAnswered).toBe(true);
  });

  test('decide how much nearness and coverage count', async () => {
    const [best] = (await ask({ nearness: 0, coverage: 0 })).trace.considered;
    expect(best?.parts).toMatchObject({ nearness: 0, coverage: 0 });
    const [more] = (await ask({ nearness: 2 })).trace.considered;
    const [once] = (await ask()).trace.considered;
    expect(more?.parts.nearness).toBeCloseTo(2 * (once?.parts.nearness ?? 0), 6);
  });
});
