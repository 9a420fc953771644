import type { Question } from './question';

type Positions = Map<number, number[]>;

/** The smallest distance between two ascending lists of places, and whether one pair has this gap. */
export function nearest(a: number[], b: number[], gap: number) {
  let distance = Number.POSITIVE_INFINITY;
  let isPhrase = false;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const step = (b[j] as number) - (a[i] as number);
    distance = Math.min(distance, Math.abs(step));
    if (step === gap) isPhrase = true;
    if (step > gap) i++;
    else j++;
  }
  return { distance, isPhrase };
}

/** The IDF of the question's different words that stand in the richest stretch of `width` words. */
export function richestStretch(question: Question, positions: Positions, width: number): number {
  const places = [...question.words]
    .flatMap((term) => (positions.get(term) ?? []).map((position) => ({ position, term })))
    .sort((a, b) => a.position - b.position);
  const inside = new Map<number, number>();
  const idf = (term: number) => question.idf.get(term) ?? 0;
  let sum = 0;
  let best = 0;
  let from = 0;
  for (const { position, term } of places) {
    const count = inside.get(term) ?? 0;
    if (count === 0) sum += idf(term);
    inside.set(term, count + 1);
    for (let left = places[from]; left && position - left.position > width; left = places[from]) {
      const remaining = (inside.get(left.term) ?? 1) - 1;
      inside.set(left.term, remaining);
      if (remaining === 0) sum -= idf(left.term);
      from += 1;
    }
    best = Math.max(best, sum);
  }
  return best;
}
