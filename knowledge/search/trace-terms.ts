import type { SearchTrace } from '@/lib/shared/retrieval';
import { readTerms } from '../ranking/question-terms';
import type { SparseVector, TermStatistics } from '../store/store';
import { termHash } from '../words/term-hash';

/** The terms of a question's vector, readable, with their weight in it and how many chunks hold each. */
export function traceTerms(
  query: string,
  { indices, values }: SparseVector,
  { holders }: Pick<TermStatistics, 'holders'>,
): SearchTrace['terms'] {
  const { terms, concepts } = readTerms(query);
  const asked = terms.map(({ token }) => token.term);
  const alternatives = concepts.flatMap((concept) => concept.alternatives.flat());
  const words = new Map([...asked, ...alternatives].map((term) => [termHash(term), term]));
  return indices.flatMap((hash, at) => {
    const term = words.get(hash);
    return term === undefined
      ? []
      : [{ term, weight: values[at] ?? 0, holders: holders.get(hash) ?? 0 }];
  });
}
