import { readTerms } from '@/knowledge/ranking/question-terms';
import { tokenize } from '@/knowledge/words/tokenize';
import { type Content, surfaceOf } from './content-words';

/** How many of a message's own words must stand in what answers it. */
const enough = 0.5;

/**
 * Whether a text speaks of what a message itself names: who asks "and for pets?" is not answered
 * by what the question before found.
 */
export function holdsWords(text: string, { text: message, spans }: Content): boolean {
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
