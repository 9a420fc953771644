import type { TermStatistics } from '../store/store';
import { termHash } from '../words/term-hash';
import { piecesOf } from '../words/word-pieces';
import { type AnswerKind, answerKindOf } from './answer-kind';
import { type Concept, type QuestionTerm, readTerms } from './question-terms';

/** A question's terms with what the index knows of them. Terms are hashes. */
export interface Question {
  /** Each different term with its IDF times how often it is asked for. */
  weights: Map<number, number>;
  /** What a chunk that says everything would cover: the weights, synonyms standing for the unknown. */
  total: number;
  /** IDF of each term; that of a term which no chunk holds is the highest possible. */
  idf: Map<number, number>;
  /**
   * Terms near each other in the question, and how many words apart they begin. Those cut from
   * Chinese are not among them: two neighbouring characters already are one term.
   */
  pairs: { first: number; second: number; gap: number }[];
  /** The phrases that the index holds synonyms of. */
  concepts: WeighedConcept[];
  /** What each term shares with others that are near it (`piecesOf`), as hashes. */
  pieces: Map<number, number[]>;
  /** What is asked for; null where the words do not tell. */
  answerKind: AnswerKind | null;
}

/** A phrase of the question, and the synonyms of it that the index holds. */
export interface WeighedConcept {
  /** The question's own terms. */
  terms: number[];
  /** What each synonym is worth: a part of the IDF of its terms, as far as that of the phrase. */
  alternatives: { terms: number[]; weight: number }[];
}

/** What a synonym is worth against the word that was asked for, where the index holds the word. */
const besideWord = 0.7;
/** The same where it does not. */
const insteadOfWord = 0.9;
/** How much a pair of characters counts, besides, that no chunk holds. */
const unknownGuess = 0.3;
/** How many following terms a term is paired with. */
const pairWindow = 2;
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/**
 * Reads a question against the index's statistics.
 * @param prior chunks that the index is thought to have besides its own, and how many of them hold
 * each term
 */
export function readQuestion(
  text: string,
  { chunks, holders }: TermStatistics,
  prior = { chunks: 0, holders: 0 },
): Question {
  const { terms, concepts } = readTerms(text);
  const idfOf = (term: number) => {
    const held = (holders.get(term) ?? 0) + prior.holders;
    return Math.log(1 + (chunks + prior.chunks - held + 0.5) / (held + 0.5));
  };
  const weights = new Map<number, number>();
  const idf = new Map<number, number>();
  for (const { hash, weight } of terms) {
    idf.set(hash, idfOf(hash));
    weights.set(hash, (weights.get(hash) ?? 0) + idfOf(hash) * weight);
  }
  const isHeld = (term: number) => (holders.get(term) ?? 0) > 0;
  const known = concepts.map((concept) => weigh(concept, isHeld, idfOf));
  const words = terms.filter(({ token }) => !unspaced.test(token.term));
  const pairs = words.flatMap(({ hash, position }, at) =>
    words
      .slice(at + 1, at + 1 + pairWindow)
      .filter((next) => next.hash !== hash)
      .map((next) => ({ first: hash, second: next.hash, gap: next.position - position })),
  );
  return {
    weights,
    total: totalOf(terms, weights, known, isHeld),
    idf,
    pairs,
    concepts: known,
    pieces: new Map(terms.map(({ hash, token }) => [hash, piecesOf(token.term).map(termHash)])),
    answerKind: answerKindOf(text),
  };
}

function weigh(
  { terms, alternatives }: Concept,
  isHeld: (term: number) => boolean,
  idfOf: (term: number) => number,
): WeighedConcept {
  const own = [...new Set(terms.map(({ hash }) => hash))];
  const asked = terms.reduce((sum, { hash, weight }) => sum + weight * idfOf(hash), 0);
  const worth = own.every(isHeld) ? besideWord : insteadOfWord;
  const held = alternatives
    .map((alternative) => alternative.map(termHash))
    .filter((alternative) => alternative.every(isHeld));
  return {
    terms: own,
    alternatives: held.map((alternative) => {
      const values = alternative.map(idfOf);
      const all = values.reduce((sum, value) => sum + value, 0);
      return {
        terms: alternative,
        weight: worth * Math.min(all, Math.max(asked, ...values)),
      };
    }),
  };
}

/**
 * Where the index does not hold a phrase as it is asked, the phrase weighs as what stands for it:
 * it is not missing. Nor is much missing with an unknown pair of characters that is no word.
 */
function totalOf(
  terms: QuestionTerm[],
  weights: Map<number, number>,
  concepts: WeighedConcept[],
  isHeld: (term: number) => boolean,
): number {
  const counted = new Map(weights);
  for (const { hash, token } of terms) {
    if (token.isGuess && !isHeld(hash)) counted.set(hash, unknownGuess * (weights.get(hash) ?? 0));
  }
  const sum = (some: Iterable<number>) => {
    let result = 0;
    for (const term of some) result += counted.get(term) ?? 0;
    return result;
  };
  const standingOf = ({ alternatives }: WeighedConcept) =>
    Math.max(0, ...alternatives.map(({ weight }) => weight));
  // A question that is nothing but asking, as 店在哪里, asks for what its phrases may stand for.
  if (counted.size === 0) return concepts.reduce((all, concept) => all + standingOf(concept), 0);
  let total = sum(counted.keys());
  for (const concept of concepts) {
    const own = concept.terms;
    if (concept.alternatives.length === 0 || own.every(isHeld)) continue;
    total -= Math.max(0, sum(own) - Math.max(sum(own.filter(isHeld)), standingOf(concept)));
  }
  return total;
}
