import { overlapWith } from './overlap';
import { type QuotableUnit, termsOf } from './passage-units';
import type { AskedFor } from './read-question';
import { scoreUnits } from './score-units';

/** What the passage as a whole has in common with the question counts so much beside its best unit. */
const wholeShare = 0.35;
/** Search has judged passages already: each rank costs so much, down to a floor. */
const rankCost = 0.4;
const rankFloor = 0.5;

/**
 * The units of the passage that answers best: search's first, unless one sentence of another says
 * much more of what is asked. Empty when nothing has a word in common with the question.
 */
export function choosePassage(asked: AskedFor, units: QuotableUnit[]): QuotableUnit[] {
  const overlap = overlapWith(asked, units);
  const passages = [...Map.groupBy(units, ({ n }) => n).values()];
  const scored = scoreUnits(asked, units, units);
  const best = passages
    .map((passage, rank) => {
      const { n, section } = passage[0] as QuotableUnit;
      const own = scored.filter(({ unit }) => unit.n === n).map(({ score }) => score);
      const terms = passage.reduce((all, unit) => all.union(unit.terms), termsOf(section));
      const standing = Math.max(rankFloor, 1 - rankCost * rank);
      const nearest = Math.max(...own);
      return { passage, score: nearest && (nearest + wholeShare * overlap(terms)) * standing };
    })
    .reduce((a, b) => (b.score > a.score ? b : a), { passage: [] as QuotableUnit[], score: 0 });
  return best.passage;
}
