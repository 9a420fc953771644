import { announcedBy } from './announced-by';
import { chooseOverview } from './choose-overview';
import { chooseSection } from './choose-section';
import { countWords } from './count-words';
import { expandBlocks } from './expand-blocks';
import type { QuotableUnit } from './passage-units';
import { type AskedFor, readQuestion, tellsWhatIsAsked } from './read-question';
import { type Overlap, overlapWith, type ScoredUnit, scoreUnits } from './score-units';

/** Longest quotation of sentences, in words; a Chinese character counts as half a word. */
const longestQuotation = 60;
const mostUnits = 3;

/** How near to the best a further unit must be: more so the farther from it it stands. */
const nearEnough = { samePassage: 0.55, sameDocument: 0.75, elsewhere: 0.85 };
/** Share of what the best unit has in common with the question that one of another passage has. */
const sameWords = 0.7;

interface Contest {
  asked: AskedFor;
  best: ScoredUnit;
  overlap: Overlap;
}

/** Whether a unit belongs beside the best one: near to it, of the same kind, on the same words. */
function isNearEnough({ unit, score }: ScoredUnit, { asked, best, overlap }: Contest): boolean {
  if (unit === best.unit) return true;
  const isSamePassage = unit.n === best.unit.n;
  const isSameDocument = unit.document === best.unit.document;
  const { samePassage, sameDocument, elsewhere } = nearEnough;
  const needed = isSamePassage ? samePassage : isSameDocument ? sameDocument : elsewhere;
  const isOfKind =
    unit.block === best.unit.block ||
    tellsWhatIsAsked(asked, unit.text) ||
    !tellsWhatIsAsked(asked, best.unit.text);
  const shared = overlap(unit.terms.intersection(best.unit.terms));
  const isOnTopic = isSamePassage || shared >= sameWords * overlap(best.unit.terms);
  return score >= needed * best.score && isOfKind && isOnTopic;
}

/** The best units while there is room, those of the best one's passage first, in reading order. */
function chooseNearest(asked: AskedFor, units: QuotableUnit[]): QuotableUnit[] {
  const ranked = scoreUnits(asked, units)
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.unit.position - b.unit.position);
  const best = ranked[0];
  if (!best) return [];
  if (best.unit.kind === 'row' || announcedBy(best.unit, units).length > 0) return [best.unit];
  const contest = { asked, best, overlap: overlapWith(asked, units) };
  const chosen: QuotableUnit[] = [];
  let words = 0;
  for (const candidate of ranked) {
    const { unit } = candidate;
    if (chosen.length >= mostUnits || !isNearEnough(candidate, contest)) continue;
    const length = countWords(unit.text);
    const isRoom = chosen.length === 0 || words + length <= longestQuotation;
    if (!isRoom || chosen.some(({ text }) => text === unit.text)) continue;
    chosen.push(unit);
    words += length;
  }
  const isBest = ({ n }: QuotableUnit) => n === best.unit.n;
  const inOrder = chosen.sort((a, b) => a.position - b.position);
  return [...inOrder.filter(isBest), ...inOrder.filter((unit) => !isBest(unit))];
}

/**
 * The few units that answer best. A broad question gets what its document says most of, one whose
 * words are the title of a section gets that section, any other the units nearest to it; the
 * passage that answers comes first. Empty when nothing has a word in common with the question.
 */
export function chooseUnits(question: string, units: QuotableUnit[]): QuotableUnit[] {
  const asked = readQuestion(question);
  const whole = asked.isBroad ? chooseOverview(asked, units) : chooseSection(asked, units);
  return expandBlocks(asked, whole.length > 0 ? whole : chooseNearest(asked, units), units);
}
