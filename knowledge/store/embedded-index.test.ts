import { expect, test } from 'vitest';
import { encodeDocument, encodeQuery } from '../sparse';
import { EmbeddedIndex } from './embedded-index';
import { describeStore } from './store.contract';

describeStore('in memory', async () => new EmbeddedIndex());

test('after many documents came and went the index finds as a fresh one does', async () => {
  const make = (n: number) => ({
    chunkId: `c${n}`,
    documentId: `d${n}`,
    visibility: n % 3 === 0 ? ('staff' as const) : ('public' as const),
    sparse: encodeDocument({ title: '', headingPath: [], text: `item ${n} of kind ${n % 7}` }),
  });
  const all = Array.from({ length: 6_000 }, (_, n) => make(n));
  const survivors = all.filter((_, n) => n % 4 === 0);
  const worn = new EmbeddedIndex();
  await worn.upsertChunks(all);
  for (const [n, { documentId }] of all.entries())
    if (n % 4 !== 0) await worn.deleteDocument(documentId);
  const fresh = new EmbeddedIndex();
  await fresh.upsertChunks(survivors);

  const query = {
    sparse: encodeQuery('item 400 kind 1'),
    visibilities: ['public' as const],
    limit: 20,
  };
  expect(await worn.search(query)).toEqual(await fresh.search(query));
  expect(await worn.count()).toBe(survivors.length);
});
