import { countWords } from './count-words';
import { type Overlap, overlapWith } from './overlap';
import { type QuotableUnit, termsOf } from './passage-units';
import type { AskedFor } from './read-question';

/** How much of the question and of the title must be the same for the title to be what is asked. */
const sameSubject = 0.75;
/** Search has judged passages already: each rank takes so much of a likeness. */
const rankCost = 0.1;
const longestSection = 70;
const mostParagraphUnits = 4;

/** Share of the question that must stand in the title itself, not in that of its document. */
const leastOwn = 0.4;
const negation = /\b(?:not|cannot|never)\b|n't\b|不/i;

const asksHow = /^(?:how (?:do|can|to|should)|what (?:do|should) i do)\b|怎么|怎样|如何/i;
const tellsHow = /^(?:how|ways?|steps?|what to do)\b|如何|怎么|怎样|方式|方法|步骤|流程/i;

const tellsOther = /^(?:what|when|where|who|why)\b|哪些|什么|多久/i;

/** Where it is asked how, a title that tells how gains, and one that tells when or what loses. */
function howFit(title: string): number {
  if (tellsHow.test(title)) return 0.15;
  return tellsOther.test(title) ? -0.3 : 0;
}

/** How much a question and a title have in common, 0 to 1: shared weight over all weight. */
function likeness(asked: AskedFor, unit: QuotableUnit, overlap: Overlap): number {
  const { section: title, document } = unit;
  const terms = termsOf(title);
  const wanted = overlap(new Set(asked.terms.keys()));
  const own = overlap(terms);
  if (own < leastOwn * wanted || own === 0) return 0;
  if (negation.test(asked.text) !== negation.test(title)) return 0;
  // "What is covered" in a document on the warranty tells what the warranty covers.
  const shared = overlap(terms.union(termsOf(document))) / wanted;
  const foreign = [...terms].filter((term) => !asked.terms.has(term)).length / terms.size;
  const fitsHow = asksHow.test(asked.text) ? howFit(title) : 0;
  return shared * (1 - foreign / 2) + fitsHow;
}

/** The beginning of the section whose title says what is asked; empty when no title does. */
export function chooseSection(asked: AskedFor, units: QuotableUnit[]): QuotableUnit[] {
  if (asked.isFact) return [];
  const overlap = overlapWith(asked, units);
  const best = units
    .filter(({ section }) => section !== '')
    .map((unit) => ({ unit, like: likeness(asked, unit, overlap) }))
    .filter(({ like }) => like >= sameSubject)
    .sort((a, b) => b.like - a.like - rankCost * (b.unit.n - a.unit.n))[0];
  if (!best) return [];
  const { n, section } = best.unit;
  let words = 0;
  return units
    .filter((unit) => unit.n === n && unit.section === section)
    .slice(0, mostParagraphUnits)
    .filter((unit, at) => {
      words += countWords(unit.text);
      return at === 0 || words <= longestSection;
    });
}
