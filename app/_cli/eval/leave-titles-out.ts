import type { RetrievalSet, SetPassage, SetQuery } from './retrieval-set';

/** A part of a set's passages, and which of its questions they answer. */
export interface PartOfSet {
  corpus: SetPassage[];
  answered: SetQuery[];
  unanswered: SetQuery[];
}

/** Says of each question whether one of its passages is among these. */
export function partOfSet(corpus: SetPassage[], queries: SetQuery[]): PartOfSet {
  const ids = new Set(corpus.map(({ id }) => id));
  const isAnswered = ({ gold }: SetQuery) => gold.some((id) => ids.has(id));
  return {
    corpus,
    answered: queries.filter(isAnswered),
    unanswered: queries.filter((query) => !isAnswered(query)),
  };
}

/**
 * A set without every second distinct title, in file order. Passages without a title share the
 * empty one; where that leaves every question answered, or none, each counts as a title of its own.
 */
export function leaveTitlesOut({ corpus, queries }: RetrievalSet): PartOfSet {
  const byTitle = everySecond(corpus, queries, ({ title }) => title);
  if (byTitle.answered.length > 0 && byTitle.unanswered.length > 0) return byTitle;
  return everySecond(corpus, queries, ({ title, id }) => title || id);
}

function everySecond(
  corpus: SetPassage[],
  queries: SetQuery[],
  nameOf: (passage: SetPassage) => string,
): PartOfSet {
  const names = [...new Set(corpus.map(nameOf))];
  const left = new Set(names.filter((_, at) => at % 2 === 1));
  return partOfSet(
    corpus.filter((passage) => !left.has(nameOf(passage))),
    queries,
  );
}
