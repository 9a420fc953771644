import { countWords } from './count-words';
import { type Overlap, overlapWith } from './overlap';
import { type QuotableUnit, termsOf } from './passage-units';
import type { AskedFor } from './read-question';

const mostUnits = 3;
const longestOverview = 90;
const longestSentence = 45;

/** What conditions and periods are written with. */
const rule =
  /\d+|\b(?:must|may|can|cannot|only|within|free|until|unless)\b|必须|须|可以|不得|不能|以内|天内|以上|免费|仅/gi;
/** What a document says about itself. */
const introduction =
  /\b(?:this|these) (?:policy|policies|document|page|guide|rules|terms)\b|本(?:政策|办法|制度|规定|文件|页)|制定/i;

const isHeader = ({ kind, header }: QuotableUnit) => kind === 'row' && header === undefined;

const isUnfinished = ({ kind, text }: QuotableUnit) =>
  kind === 'sentence' && !/[.!。！;；]["”’」』)）]?$/.test(text);

const isRow = ({ kind }: QuotableUnit) => kind === 'row';

function informativeness(unit: QuotableUnit): number {
  const rules = Math.min(unit.text.match(rule)?.length ?? 0, 3);
  const isIntroduction = introduction.test(unit.text);
  const isStub = isHeader(unit) || countWords(unit.text) < 4 || isUnfinished(unit);
  return isIntroduction || isStub || countWords(unit.text) > longestSentence ? 0 : 1 + rules;
}

/** The document whose title and sections are most about the subject; search's first on a tie. */
function documentOf(units: QuotableUnit[], overlap: Overlap) {
  const scores = new Map<string, number>();
  for (const { document, section } of units) {
    const score = overlap(termsOf(`${document} ${section}`));
    scores.set(document, Math.max(scores.get(document) ?? 0, score));
  }
  return [...scores].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0];
}

/**
 * What a document says on a subject as a whole: the sentence or table of each of its best passages
 * that tells most, periods and conditions rather than introductions; the most telling first. Where
 * only the title of a section names the subject, that section. Empty when no title does.
 */
export function chooseOverview(asked: AskedFor, units: QuotableUnit[]): QuotableUnit[] {
  const overlap = overlapWith(asked, units);
  const document = documentOf(units, overlap);
  const wanted = Math.max(overlap(new Set(asked.terms.keys())), 1e-9);
  const isTitled = overlap(termsOf(document)) > 0;
  const candidates = units
    .filter((unit) => unit.document === document && unit.kind !== 'item')
    .filter(({ section }) => isTitled || overlap(termsOf(section)) > 0)
    .map((unit) => {
      const about = overlap(unit.terms.union(termsOf(unit.section))) / wanted;
      return { unit, score: informativeness(unit) * (1 + about) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const chosen = candidates
    .map(({ unit }) => unit)
    .filter((unit, at, all) => !isTitled || all.findIndex(({ n }) => n === unit.n) === at)
    .filter((unit, _, all) => unit.kind === 'sentence' || unit === all.find(isRow))
    .slice(0, mostUnits);
  let words = 0;
  return chosen.filter((unit, at) => {
    words += countWords(unit.text);
    return at === 0 || words <= longestOverview;
  });
}
