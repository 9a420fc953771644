import type { ConsideredOutcome, SearchNotice, SearchTrace } from '@/lib/shared/retrieval';
import { print, printTable } from './output';

/** Candidates that are printed; `--json` has all of them. */
const most = 20;

const outcomes: Record<ConsideredOutcome, string> = {
  shown: 'a passage',
  'near-duplicate': 'says what a better one says',
  beyond: 'too far behind',
};

const notices: Record<SearchNotice, string> = {
  'question-cut': 'The question was cut: it is longer than a search takes.',
  'embeddings-failed': 'The embedding model did not answer: words alone were looked for.',
  'reranker-failed': 'The reranker did not answer: the order is that without it.',
};

/**
 * Prints for people what a search considered: what it looked for, the candidates with the parts of
 * their scores, best first, and the times.
 * @param titles of the documents, by id; others are printed by their id
 */
export function printTrace(trace: SearchTrace, titles: Map<string, string>): void {
  const { terms, considered, times } = trace;
  const figure = (value: number | null) => (value === null ? '-' : value.toFixed(2));
  for (const notice of trace.notices) print(notices[notice]);
  const written = terms.map(({ term, holders }) => `${term} (in ${holders})`);
  print(`Looked for: ${written.join(', ') || 'no word that any passage holds'}`, '');
  if (considered.length > 0) {
    printTable([
      ['score', 'words', 'near', 'cover', 'doc', 'meaning', 'reranker', 'became', 'document'],
      ...considered
        .slice(0, most)
        .map(({ score, parts, outcome, documentId, page }) => [
          figure(score),
          ...[parts.bm25, parts.nearness, parts.coverage, parts.document].map(figure),
          figure(parts.meaning),
          figure(parts.reranker),
          outcomes[outcome],
          `${titles.get(documentId) ?? documentId}${page ? `, p. ${page}` : ''}`,
        ]),
    ]);
    if (considered.length > most) print(`and ${considered.length - most} more: see --json`);
    print('');
  }
  const took = Object.entries(times).filter(([, ms]) => ms > 0);
  print(`Took: ${took.map(([part, ms]) => `${part} ${ms.toFixed(1)} ms`).join(', ')}`);
}
