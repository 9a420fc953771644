import { tokenize } from '@/knowledge/words/tokenize';

/** Of the words of a statement, this share must be the person's own. */
const share = 0.6;

/**
 * Whether a statement is made of words that the person wrote: what a model read in a document, in
 * a tool's result or in somebody's mail is none of theirs, however it asks to be remembered.
 */
export function isSaidBy(person: string, statement: string): boolean {
  const said = new Set(tokenize(person).map(({ term }) => term));
  const wanted = new Set(
    tokenize(statement)
      .filter(({ isGuess }) => !isGuess)
      .map(({ term }) => term),
  );
  if (wanted.size === 0) return false;
  const own = [...wanted].filter((term) => said.has(term));
  return own.length / wanted.size >= share;
}
