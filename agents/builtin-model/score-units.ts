import { announcedBy } from './announced-by';
import { type QuotableUnit, termsOf } from './passage-units';
import { type AskedFor, tellsWhatIsAsked } from './read-question';

export interface ScoredUnit {
  unit: QuotableUnit;
  /** How well it answers; 0 when it shares nothing with the question. */
  score: number;
}

/** How much a term counts that also stands in the title above, the passage, or the line before. */
const share = { section: 0.4, passage: 0.35, before: 0.15 };
/** A sentence of the kind that is asked for, such as one with a number, counts so much more. */
const kindBonus = 1.5;
/** Search has judged passages already: each rank costs so much, down to a floor. */
const rankCost = 0.08;
const rankFloor = 0.65;

/** The weight of the question's terms that a set of terms holds. */
export type Overlap = (terms: Set<string>) => number;

/** A function that adds up the weights of the question's terms found in a set, rare ones more. */
export function overlapWith(asked: AskedFor, units: QuotableUnit[]): Overlap {
  const counts = new Map<string, number>();
  for (const { terms } of units) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const weights = [...asked.terms].map(([term, weight]): [string, number] => {
    return [term, weight * Math.log(1 + units.length / (0.5 + (counts.get(term) ?? 0)))];
  });
  return (terms) =>
    weights.reduce((sum, [term, weight]) => sum + (terms.has(term) ? weight : 0), 0);
}

function isQuestion({ text }: QuotableUnit): boolean {
  return /[?？]["”』」)]?$/.test(text);
}

/** The header of a table, a question without its answer: alone they answer little. */
function worthOf(unit: QuotableUnit): number {
  const isBareHeader = unit.kind === 'row' && unit.header === undefined;
  const isBareWord = unit.kind !== 'row' && unit.terms.size < 3 && !/[\p{P}\d]/u.test(unit.text);
  return isBareHeader || isBareWord || isQuestion(unit) ? 0.35 : 1;
}

const interrogative = /\b(?:how (?:long|much|many|often|far)|when|where|who|why)\b/i;

/**
 * How well a unit is of the kind asked for: by its own words or those it announces, by its label
 * ("Client: …") and by the title above it.
 */
function fitOf(
  asked: AskedFor,
  unit: QuotableUnit,
  units: QuotableUnit[],
  overlap: Overlap,
): number {
  const word = interrogative.exec(asked.text)?.[0].toLowerCase();
  const isTitled = word !== undefined && unit.section.toLowerCase().includes(word);
  const label = /^([^:：。.]{1,24})[:：]\s*\S/.exec(unit.text)?.[1];
  const isLabelled = label !== undefined && overlap(termsOf(label)) > 0;
  const announced = announcedBy(unit, units);
  const told = [unit, ...announced].map(({ text }) => text).join(' ');
  const isOfKind = asked.expected !== undefined && tellsWhatIsAsked(asked, told);
  const bonuses = [
    isOfKind,
    isOfKind && isTitled,
    isOfKind && announced.length > 0,
    isLabelled,
  ].filter(Boolean).length;
  return kindBonus ** bonuses;
}

/** Scores every unit by the question's terms in it, around it, and by the kind that is asked for. */
export function scoreUnits(asked: AskedFor, units: QuotableUnit[]): ScoredUnit[] {
  const overlap = overlapWith(asked, units);
  const passageTerms = new Map<number, Set<string>>();
  for (const { n, terms, section } of units) {
    passageTerms.set(n, (passageTerms.get(n) ?? termsOf(section)).union(terms));
  }
  const ranks = [...passageTerms.keys()];
  return units.map((unit) => {
    const own = overlap(unit.terms);
    if (own === 0) return { unit, score: 0 };
    const before = units[unit.position - 1];
    const near = before?.n === unit.n ? overlap(before.terms) : 0;
    const above = overlap(termsOf(`${unit.document} ${unit.section}`).difference(unit.terms));
    const whole = overlap(passageTerms.get(unit.n) ?? new Set());
    const fits = fitOf(asked, unit, units, overlap);
    const around = share.section * above + share.before * near;
    const rank = Math.max(rankFloor, 1 - rankCost * ranks.indexOf(unit.n));
    const score = ((own + around) * fits + share.passage * whole) * rank * worthOf(unit);
    return { unit, score };
  });
}
