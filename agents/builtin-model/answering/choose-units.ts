import { announcedBy } from './announced-by';
import { chooseOverview } from './choose-overview';
import { choosePassage } from './choose-passage';
import { chooseSection } from './choose-section';
import { expandBlocks } from './expand-blocks';
import type { QuotableUnit } from './passage-units';
import { longestQuotation, quotationLength } from './quotation-length';
import { type AskedFor, readQuestion } from './read-question';
import { isBareWord, scoreUnits } from './score-units';
import { trimUnit } from './trim-unit';

/** Search's best passages are read first; of a broad question all of them. */
const passagesLookedAt = 4;
const mostUnits = 3;
/** How near to the best a further unit of its passage must be; items say different things. */
const nearEnough = { sentence: 0.1, item: 0.55 };

/**
 * The best unit of the passage that answers best, and while there is room those of it that come
 * next, in reading order. A row or what announces a table or list stands alone.
 */
function chooseNearest(asked: AskedFor, units: QuotableUnit[]): QuotableUnit[] {
  const passage = choosePassage(asked, units);
  const ranked = scoreUnits(asked, passage, units)
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.unit.position - b.unit.position);
  const best = ranked[0];
  if (!best) return [];
  const { kind } = best.unit;
  if (kind === 'row' || announcedBy(best.unit, units).length > 0) return [best.unit];
  const chosen = [trimUnit(best.unit, asked, passage)];
  let length = quotationLength(chosen[0]?.text ?? '');
  for (const { unit, score } of ranked.slice(1)) {
    if (chosen.length >= mostUnits || score < nearEnough[kind] * best.score) break;
    const longer = length + quotationLength(unit.text);
    const isOther = unit.kind !== kind || announcedBy(unit, units).length > 0;
    const isTitle = unit.kind === 'sentence' && isBareWord(unit);
    if (
      isOther ||
      isTitle ||
      longer > longestQuotation ||
      chosen.some(({ text }) => text === unit.text)
    ) {
      continue;
    }
    chosen.push(unit);
    length = longer;
  }
  return chosen.sort((a, b) => a.position - b.position);
}

/**
 * The few units that answer best. A broad question gets what its document says most of, one whose
 * words are the title of a section gets that section, any other the units nearest to it. Empty
 * when nothing has a word in common with the question.
 */
export function chooseUnits(question: string, units: QuotableUnit[]): QuotableUnit[] {
  const asked = readQuestion(question);
  const first = new Set([...new Set(units.map(({ n }) => n))].slice(0, passagesLookedAt));
  const nearest = units.filter(({ n }) => first.has(n));
  const ways = [
    () => (asked.isBroad ? chooseOverview(asked, units) : chooseSection(asked, nearest)),
    () => chooseNearest(asked, nearest),
    () => chooseNearest(asked, units),
  ];
  for (const choose of ways) {
    const chosen = choose();
    if (chosen.length > 0) return expandBlocks(asked, chosen, units);
  }
  return [];
}
