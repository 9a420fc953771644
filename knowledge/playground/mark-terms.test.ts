import { expect, test } from 'vitest';
import { termMarker } from './mark-terms';

/** The marked pieces of a text; synonyms stand in brackets. */
function marked(query: string, text: string): string[] {
  return termMarker(query)(text).marks.map(({ start, end, isSynonym }) => {
    const piece = text.slice(start, end);
    return isSynonym ? `(${piece})` : piece;
  });
}

test('English words are marked in all their forms, and stop words are not', () => {
  expect(
    marked('How do I return a damaged lamp?', 'Lamps that were damaged are Returned.'),
  ).toEqual(['Lamps', 'damaged', 'Returned']);
});

test('what says the same otherwise is marked as a synonym', () => {
  const found = marked('Can I get a refund?', 'You have your money back within 14 days.');
  expect(found).toEqual(['(money)', '(back)']);
});

test('of a synonym of several words nothing is marked where one of them is missing', () => {
  expect(marked('Can I get a refund?', 'Bring the ladder back.')).toEqual([]);
});

test('Chinese words are marked, in simplified and traditional writing alike', () => {
  expect(marked('退货政策', '我们的退货政策：十四天。')).toEqual(['退货政策']);
  expect(marked('软件退货', '這套軟體，十四天內退貨。')).toEqual(['軟體', '退貨']);
});

test('a mark keeps its place where a word becomes another one of another length', () => {
  expect(marked('博客 地址', '我的部落格，地址在此。')).toEqual(['部落格', '地址']);
});

test('a mark keeps its place behind letters that change their length', () => {
  expect(marked('café hours', 'ﬁrst… the Cafe\u0301, its hours')).toEqual(['Cafe\u0301', 'hours']);
});

test('codes, dates and full-width numbers are marked whole', () => {
  expect(marked('INV-2026-0042', 'See ＩＮＶ-2026-0042 of today.')).toEqual(['ＩＮＶ-2026-0042']);
  expect(marked('2026-05-01', 'Closed on 2026/5/1.')).toEqual(['2026/5/1']);
});

test.each(['', '?!', '😀', 'a'.repeat(50_000)])(
  'any question marks without a fault (%#)',
  (query) => {
    expect(termMarker(query)('Any text 任何文字 😀').marks).toEqual([]);
  },
);
