import { describe, expect, test } from 'vitest';
import type { Visibility } from '@/lib/auth/visibility';
import { drawChunks, drawQuery } from '@/tests/support/draw-chunks';
import { exactDense, exactSparse } from '@/tests/support/exact-search';
import { encodeDocument, encodeQuery } from '../sparse';
import { termHash } from '../words/term-hash';
import type { Candidate, IndexedChunk, IndexStore as WholeStore } from './store';

/** What finds and changes chunks; how an index is opened and let go of is its own affair. */
export type SearchableStore = Pick<
  WholeStore,
  'upsertChunks' | 'removeChunks' | 'setVisibility' | 'search' | 'count'
>;

function chunk(documentId: string, text: string, visibility: Visibility = 'public'): IndexedChunk {
  const sparse = encodeDocument({ title: '', headingPath: [], text });
  const ids = { chunkId: `${documentId}/${text.slice(0, 40)}`, versionId: `${documentId}/1` };
  return { ...ids, documentId, visibility, sparse };
}

const chunks = [
  chunk('returns', 'Return a product within thirty days.'),
  chunk('returns', 'Refunds are paid within five working days.'),
  chunk('shipping', 'Shipping of a product takes two days.'),
  chunk('salaries', 'Salary bands of the product team.', 'staff'),
  chunk('merger', 'The merger brings a new product.', 'team:finance'),
  chunk('chinese', '退货须在三十天内提出。'),
];

/**
 * What every index must do. `open` gives an empty one; called for each test.
 * @param counts over which chunks it is counted how common words are
 */
export function describeStore(
  name: string,
  counts: 'allowed' | 'all',
  open: () => Promise<SearchableStore>,
): void {
  const filled = async (all = chunks) => {
    const store = await open();
    await store.upsertChunks(all);
    return store;
  };
  const find = async (
    store: SearchableStore,
    text: string,
    visibilities: Visibility[],
    limit = 10,
  ) => {
    const { candidates } = await store.search({ sparse: encodeQuery(text), visibilities, limit });
    return candidates.map(({ documentId }) => documentId);
  };

  describe(`${name}: the index`, () => {
    test('finds by words, best first, in English and Chinese', async () => {
      const store = await filled();
      expect((await find(store, 'returning products', ['public']))[0]).toBe('returns');
      expect(await find(store, '退貨', ['public'])).toEqual(['chinese']);
      expect(await find(store, 'bicycles', ['public'])).toEqual([]);
    });

    test('finds what is called otherwise, after what is called as it was asked', async () => {
      const store = await filled([...chunks, chunk('weekend', '周六十点开始营业。')]);
      expect(await find(store, 'postage', ['public'])).toEqual(['shipping']);
      expect(await find(store, '周末', ['public'])).toEqual(['weekend']);
      const both = [chunk('named', 'The courier is paid.'), chunk('other', 'The carrier is paid.')];
      await store.upsertChunks(both);
      expect(await find(store, 'courier', ['public'])).toEqual(['named', 'other']);
    });

    test('knows how common the synonyms are', async () => {
      const store = await filled();
      const query = { sparse: encodeQuery('postage'), visibilities: ['public' as const], limit: 1 };
      const { statistics } = await store.search(query);
      expect(statistics.holders.get(termHash('ship'))).toBe(1);
    });

    test('leaves out what may not be seen, before it cuts the list', async () => {
      const hidden = Array.from({ length: 60 }, (_, n) => chunk(`s${n}`, 'product', 'staff'));
      const store = await filled([...chunks, ...hidden]);
      expect((await find(store, 'product', ['public'], 3)).sort()).toEqual(['returns', 'shipping']);
      const team = await find(store, 'merger product', ['public', 'staff', 'team:finance'], 1);
      expect(team).toEqual(['merger']);
      expect(await find(store, 'merger', ['public', 'staff', 'team:sales'])).toEqual([]);
      expect(await find(store, 'product', [])).toEqual([]);
    });

    test('replaces a chunk with the same id, and counts it once', async () => {
      const store = await filled();
      await store.upsertChunks(chunks);
      expect(await store.count()).toBe(chunks.length);
      expect(await find(store, 'merger', ['team:finance'])).toEqual(['merger']);
    });

    test('forgets a deleted document and no other', async () => {
      const store = await filled();
      await store.removeChunks({ documentId: 'returns' });
      await store.removeChunks({ documentId: 'never-was' });
      expect(await find(store, 'product days', ['public'])).toEqual(['shipping']);
      expect(await store.count()).toBe(chunks.length - 2);
    });

    test('holds two versions of a document beside each other, and forgets all but one', async () => {
      const next = { ...chunk('shipping', 'Shipping takes three days now.'), versionId: '2' };
      const same = {
        ...chunk('shipping', 'Shipping of a product takes two days.'),
        versionId: '2',
      };
      const store = await filled([...chunks, next, same]);
      expect(await store.count('shipping')).toBe(3);
      await store.removeChunks({ documentId: 'shipping', exceptVersions: ['2'] });
      expect(await store.count('shipping')).toBe(2);
      const { candidates } = await store.search({
        sparse: encodeQuery('shipping three days'),
        visibilities: ['public'],
        limit: 1,
      });
      expect(candidates[0]).toMatchObject({ chunkId: next.chunkId, versionId: '2' });
      const { chunkId } = same;
      await store.removeChunks({ documentId: 'shipping', versionId: '2', chunkId });
      expect(await store.count('shipping')).toBe(1);
      await store.removeChunks({ documentId: 'shipping', versionId: '2' });
      expect(await store.count('shipping')).toBe(0);
      expect(await store.count()).toBe(chunks.length - 1);
    });

    test('shows a document to others once its visibility is changed', async () => {
      const store = await filled();
      await store.setVisibility('merger', 'public');
      expect(await find(store, 'merger', ['public'])).toEqual(['merger']);
      await store.setVisibility('merger', 'staff');
      expect(await find(store, 'merger', ['public', 'team:finance'])).toEqual([]);
    });

    test('knows how common words are', async () => {
      const store = await filled();
      const { statistics } = await store.search({
        sparse: encodeQuery('product merger bicycle'),
        visibilities: ['public'],
        limit: 1,
      });
      const holders = ['product', 'merger', 'bicycl'].map(
        (word) => statistics.holders.get(termHash(word)) ?? 0,
      );
      const told = { chunks: statistics.chunks, holders };
      expect(told).toEqual(
        counts === 'all' ? { chunks: 6, holders: [4, 1, 0] } : { chunks: 4, holders: [2, 0, 0] },
      );
    });

    test('finds by meaning where there are embeddings, and fuses both', async () => {
      const embedded = [
        { ...chunk('cats', 'A page about cats.'), dense: [1, 0, 0.1] },
        { ...chunk('dogs', 'A page about dogs.'), dense: [0, 1, 0.1] },
        { ...chunk('secret', 'A page about felines.', 'staff'), dense: [1, 0, 0] },
      ];
      const store = await filled(embedded);
      const query = { dense: [0.9, 0.1, 0.1], visibilities: ['public' as const], limit: 10 };
      const byMeaning = await store.search({ ...query, sparse: { indices: [], values: [] } });
      expect(byMeaning.candidates.map(({ documentId }) => documentId)).toEqual(['cats', 'dogs']);
      const both = await store.search({ ...query, sparse: encodeQuery('dogs') });
      const scores = both.candidates.map((found) => {
        return [found.documentId, found.sparseScore !== null, found.denseScore];
      });
      expect(scores).toEqual([
        ['dogs', true, expect.closeTo(0.12, 2)],
        ['cats', false, expect.closeTo(0.994, 2)],
      ]);
    });

    test('an empty index and an empty question find nothing', async () => {
      const store = await open();
      expect(await find(store, 'product', ['public'])).toEqual([]);
      expect(await store.count()).toBe(0);
      await store.upsertChunks([]);
    });

    test('a filtered search finds what an exact one over the allowed chunks alone would', async () => {
      const all = drawChunks(300, 1);
      const store = await filled(all);
      for (let seed = 1; seed <= 40; seed += 1) {
        const query = drawQuery(seed);
        const { candidates } = await store.search(query);
        const allowed = all.filter(({ visibility }) => query.visibilities.includes(visibility));
        const exact = exactSparse(all, query, counts === 'all' ? all : allowed);
        expectBest(candidates, 'sparseScore', exact, query.limit);
        expectBest(candidates, 'denseScore', exactDense(all, query), query.limit);
      }
    });
  });
}

/** The best `limit` by one score are the exact ones, and no candidate has another score than that. */
function expectBest(
  candidates: Candidate[],
  by: 'sparseScore' | 'denseScore',
  exact: Map<string, number>,
  limit: number,
): void {
  const scored = candidates.flatMap(({ chunkId, [by]: score }) =>
    score === null ? [] : [{ chunkId, score }],
  );
  for (const { chunkId, score } of scored) expect(score).toBeCloseTo(exact.get(chunkId) ?? NaN, 3);
  const found = scored.map(({ score }) => score).sort((a, b) => b - a);
  const wanted = [...exact.values()].slice(0, limit);
  expect(found.length).toBeGreaterThanOrEqual(wanted.length);
  for (const [at, score] of wanted.entries()) expect(found[at]).toBeCloseTo(score, 3);
}
