import type { Concept } from '@/knowledge/ranking/question-terms';
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

/** What a word that means the same is worth against the one that was asked with. */
const synonymWorth = 0.9;
/** How much a phrase counts that only asks, as 多少钱, where an answer says it. */
const mereAsking = 0.4;

/** The weight of the question's terms that a set of terms holds. */
export type Overlap = (terms: Set<string>) => number;

function rarity(units: number, holders: number): number {
  return Math.log(1 + units / (0.5 + holders));
}

/** How much of a phrase a text says, 0 to 1: in its own terms, or in others that mean the same. */
function shareSaid({ terms, alternatives }: Concept, said: Set<string>): number {
  const isOtherwise = alternatives.some((others) => others.every((term) => said.has(term)));
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  const own = terms.filter(({ token }) => said.has(token.term));
  const part = own.reduce((sum, { weight }) => sum + weight, 0) / (whole || 1);
  return Math.max(part, isOtherwise ? synonymWorth : 0);
}

/** Phrases with what each is worth: with its synonyms it is one thing, as rare as all of them. */
function weighPhrases({ concepts, terms }: AskedFor, units: QuotableUnit[]) {
  return concepts.map((concept) => {
    const holders = units.filter((unit) => shareSaid(concept, unit.terms) > 0).length;
    // Words beside each other add up; words inside a Chinese word do not.
    const beside = concept.terms.filter(({ token }, at) =>
      concept.terms.slice(0, at).every((before) => before.token.end <= token.start),
    );
    const asked = beside.reduce((sum, { token }) => sum + (terms.get(token.term) ?? 0), 0);
    const size = asked > 0 ? asked : mereAsking;
    return { concept, weight: size * rarity(units.length, holders) };
  });
}

/**
 * A function that adds up the weights of the question's terms found in a set, rare ones more. What
 * is said in a synonym counts nearly as much.
 */
export function overlapWith(asked: AskedFor, units: QuotableUnit[]): Overlap {
  const counts = new Map<string, number>();
  for (const { terms } of units) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const phrases = weighPhrases(asked, units);
  const named = new Set(
    phrases.flatMap(({ concept }) => concept.terms.map(({ token }) => token.term)),
  );
  const weights = [...asked.terms]
    .filter(([term]) => !named.has(term))
    .map(([term, weight]): [string, number] => {
      return [term, weight * rarity(units.length, counts.get(term) ?? 0)];
    });
  return (said) =>
    weights.reduce((sum, [term, weight]) => sum + (said.has(term) ? weight : 0), 0) +
    phrases.reduce((sum, { concept, weight }) => sum + weight * shareSaid(concept, said), 0);
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
