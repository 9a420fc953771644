import { expect, test } from 'vitest';
import { drawChunks, drawQuery } from '@/tests/support/draw-chunks';
import { encodeDocument, encodeQuery } from '../sparse';
import { EmbeddedIndex } from './embedded-index';
import { describeStore, type SearchableStore } from './store.contract';

function open(): SearchableStore {
  const index = new EmbeddedIndex();
  return {
    upsertChunks: async (chunks) => index.addChunks(chunks),
    removeChunks: async (selection) => index.removeChunks(selection),
    setVisibility: async (documentId, visibility) => index.setVisibility(documentId, visibility),
    search: async (query) => index.search(query),
    count: async (documentId) => index.count(documentId),
  };
}

describeStore('in memory', 'allowed', async () => open());

test('after many documents came and went the index finds as a fresh one does', () => {
  const make = (n: number) => ({
    chunkId: `c${n}`,
    versionId: `v${n}`,
    documentId: `d${n}`,
    visibility: n % 3 === 0 ? ('staff' as const) : ('public' as const),
    sparse: encodeDocument({ title: '', headingPath: [], text: `item ${n} of kind ${n % 7}` }),
  });
  const all = Array.from({ length: 6_000 }, (_, n) => make(n));
  const survivors = all.filter((_, n) => n % 4 === 0);
  const worn = new EmbeddedIndex();
  worn.addChunks(all);
  for (const [n, { documentId }] of all.entries()) {
    if (n % 4 !== 0) worn.replaceDocuments([documentId], []);
  }
  const fresh = new EmbeddedIndex();
  fresh.addChunks(survivors);

  const query = {
    sparse: encodeQuery('item 400 kind 1'),
    visibilities: ['public' as const],
    limit: 20,
  };
  expect(worn.search(query)).toEqual(fresh.search(query));
  expect(worn.count()).toBe(survivors.length);
});

test('an index that was filled one small document at a time finds as one filled at once does', () => {
  const all = drawChunks(1_500, 3).map((chunk, n) => {
    const words = Array.from({ length: 100 }, (_, word) => (n % 50) * 100 + word);
    const sparse = {
      indices: [...chunk.sparse.indices, ...words],
      values: [...chunk.sparse.values, ...words.map(() => 1)],
    };
    return { ...chunk, documentId: `d${n}`, sparse };
  });
  const grown = new EmbeddedIndex();
  for (const [n, chunk] of all.entries()) {
    grown.replaceDocuments([chunk.documentId], [chunk]);
    grown.search(drawQuery(n));
  }
  const filled = new EmbeddedIndex();
  filled.addNew(all);
  for (let seed = 1; seed <= 20; seed += 1) {
    expect(grown.search(drawQuery(seed))).toEqual(filled.search(drawQuery(seed)));
  }
});
