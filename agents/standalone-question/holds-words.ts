import { readTerms } from '@/knowledge/ranking/question-terms';
import { tokenize } from '@/knowledge/words/tokenize';
import { type Content, surfaceOf } from './content-words';

/**
 * Whether a text speaks of what a message itself names: who asks "and for pets?" is not answered
 * by what the question before found.
 * @param enough which part of its own words must stand there, 0 to 1
 */
export function holdsWords(
  text: string,
  { text: message, spans }: Content,
  enough: number,
): boolean {
  if (spans.length === 0) return true;
  const held = new Set(tokenize(text).map(({ term }) => term));
  const named = spans.filter((span) => {
    const { terms, concepts } = readTerms(surfaceOf(message, span));
    const others = concepts.flatMap(({ alternatives }) => alternatives);
    return [...terms.map(({ token }) => [token.term]), ...others].some((all) =>
      all.every((term) => held.has(term)),
    );
  });
  return named.length >= enough * spans.length;
}
