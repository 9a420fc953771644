import { irregularForms } from './irregular-forms';
import { stem } from './tokenize';

const han = /^\p{Script=Han}{2,}$/u;
const latinOrCount = /^(?:[a-z]+|\d{1,2}(?:st|nd|rd|th)?)$/;
/** Words that begin with the same letters, this many, are mostly of one family: nation, national. */
const familyLength = 5;

/** By the stem of each irregular form, the stem of the word that it is a form of. */
const stemsOfForms = new Map([...irregularForms].map(([form, word]) => [stem(form), stem(word)]));

/**
 * What a term shares with terms that are near it: of an English stem the beginning, or that of the
 * word that it is a form of; of a Chinese word its characters. None of other terms.
 */
export function piecesOf(term: string): string[] {
  if (han.test(term)) return [...term];
  const word = stemsOfForms.get(term) ?? term;
  return latinOrCount.test(word) ? [word.slice(0, familyLength)] : [];
}
