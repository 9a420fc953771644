import { describe, expect, test } from 'vitest';
import { fuse, type Said } from './fuse';

/** Sixty candidates: words lead to the first, meaning to the last, or nowhere. */
function candidates(
  lexical: (at: number) => number,
  cosine: (at: number) => number | null,
): Said[] {
  return Array.from({ length: 60 }, (_, at) => ({ lexical: lexical(at), cosine: cosine(at) }));
}

function best(scores: number[]): number {
  return scores.indexOf(Math.max(...scores));
}

const wordsLeadToFirst = (at: number) => (at === 0 ? 20 : 5 - at / 20);
const fewWords = (at: number) => (at === 0 ? 1 : 0);
const noise = (at: number) => 0.3 + 0.05 * Math.sin(at * 12.9898);
const outstandingLast = (at: number) => (at === 59 ? 0.9 : noise(at));

describe('each question tells which of both to trust', () => {
  test('words that say all of it are not outvoted by a meaning that prefers nothing', () => {
    const said = candidates(wordsLeadToFirst, (at) => noise(at + 7));
    expect(best(fuse(said, 10, 0.5))).toBe(0);
  });

  test('a meaning that stands out decides where words say next to nothing', () => {
    expect(best(fuse(candidates(fewWords, outstandingLast), 10, 0.5))).toBe(59);
  });

  test('a passage that both prefer is before one that only words prefer a little more', () => {
    const lexical = (at: number) => [10, 9.5][at] ?? 2;
    const said = candidates(lexical, (at) => (at === 1 ? 0.8 : noise(at)));
    expect(best(fuse(said, 10, 0.5))).toBe(1);
  });
});

describe('the share of the meaning', () => {
  const said = candidates(wordsLeadToFirst, outstandingLast);

  test('at 0 leaves the scores of the words', () => {
    expect(fuse(said, 10, 0)).toEqual(said.map(({ lexical }) => lexical));
  });

  test('at 1 leaves the order of the meaning', () => {
    const scores = fuse(said, 10, 1);
    const byMeaning = [...said.keys()].sort((a, b) => outstandingLast(b) - outstandingLast(a));
    const byScore = [...said.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    expect(byScore).toEqual(byMeaning);
  });
});

describe('whatever the candidates are', () => {
  test.each<[string, Said[]]>([
    ['none', []],
    ['one', [{ lexical: 3, cosine: 0.5 }]],
    ['all alike', Array.from({ length: 60 }, () => ({ lexical: 1, cosine: 0.5 }))],
    ['without words', candidates(() => 0, outstandingLast)],
    ['few', candidates(wordsLeadToFirst, outstandingLast).slice(0, 3)],
    ['half of them without a vector', candidates(wordsLeadToFirst, (at) => (at % 2 ? null : 0.4))],
  ])('%s: every score is a number', (_, said) => {
    for (const total of [0, 10]) {
      const scores = fuse(said, total, 0.5);
      expect(scores).toHaveLength(said.length);
      expect(scores.every(Number.isFinite)).toBe(true);
    }
  });

  test('without any vector the words alone decide', () => {
    const said = candidates(wordsLeadToFirst, () => null);
    expect(fuse(said, 10, 0.5)).toEqual(said.map(({ lexical }) => lexical));
  });
});
