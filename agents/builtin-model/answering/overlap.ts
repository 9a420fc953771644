import type { Concept } from '@/knowledge/ranking/question-terms';
import type { QuotableUnit } from './passage-units';
import type { AskedFor } from './read-question';

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
 * @param units among which a term is rare or not
 */
export function overlapWith(asked: AskedFor, units: QuotableUnit[]): Overlap {
  const phrases = weighPhrases(asked, units);
  const named = new Set(
    phrases.flatMap(({ concept }) => concept.terms.map(({ token }) => token.term)),
  );
  const weights = [...asked.terms]
    .filter(([term]) => !named.has(term))
    .map(([term, weight]): [string, number] => {
      const holders = units.filter(({ terms }) => terms.has(term)).length;
      return [term, weight * rarity(units.length, holders)];
    });
  return (said) =>
    weights.reduce((sum, [term, weight]) => sum + (said.has(term) ? weight : 0), 0) +
    phrases.reduce((sum, { concept, weight }) => sum + weight * shareSaid(concept, said), 0);
}
