import type { MarkedText } from '@/lib/shared/trials';
import { readTerms } from '../ranking/question-terms';
import { type Token, tokenize } from '../words/tokenize';
import { alignNormalized } from './align-normalized';

type Mark = MarkedText['marks'][number];

/**
 * Reads a question once, to mark in many texts what it looks for: its words in all their forms and
 * spellings, and what its phrases may be called otherwise, where all the words of that are there.
 * Offsets are those of the text as it was given.
 */
export function termMarker(query: string): (text: string) => MarkedText {
  const { terms, concepts } = readTerms(query);
  const asked = new Set(terms.map(({ token }) => token.term));
  const alternatives = concepts.flatMap((concept) => concept.alternatives);
  return (text) => {
    const { normalized, originOf } = alignNormalized(text);
    const tokens = tokenize(normalized);
    const present = new Set(tokens.map(({ term }) => term));
    const synonyms = new Set(
      alternatives.filter((words) => words.every((word) => present.has(word))).flat(),
    );
    const toMark = (isSynonym: boolean) => (token: Token) => ({
      ...originOf(token.start, token.end),
      isSynonym,
    });
    const own = tokens.filter(({ term }) => asked.has(term)).map(toMark(false));
    const others = tokens.filter(({ term }) => synonyms.has(term)).map(toMark(true));
    return { text, marks: joinMarks(own, others) };
  };
}

/** Marks that touch or overlap as one, in the order of the text; a word asked for is no synonym. */
function joinMarks(own: Mark[], synonyms: Mark[]): Mark[] {
  const asked = joinTouching(own);
  const besides = joinTouching(synonyms).filter(
    (mark) => !asked.some(({ start, end }) => start < mark.end && mark.start < end),
  );
  return [...asked, ...besides].sort((a, b) => a.start - b.start);
}

function joinTouching(marks: Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}
