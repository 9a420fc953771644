import type { ChunkFields } from '../ranking/analyse-chunk';
import type { Rerank } from '../ranking/rank';
import { rerank } from '../rerank/rerank';
import { configuredReranker } from '../rerank/reranker';
import type { SearchNotes } from './search-notes';

/** How candidates are put in order by the desk's reranker; undefined where there is none. */
export function reranking(query: string, notes: SearchNotes): Rerank | undefined {
  const reranker = configuredReranker();
  if (!reranker) return undefined;
  return async (candidates) => {
    const texts = candidates.map(toText);
    const scores = await notes.time('rerank', () => rerank(reranker, query, texts));
    if (!scores) notes.notices.push('reranker-failed');
    return scores;
  };
}

/** A chunk seldom says which document it is of. */
function toText({ title, headingPath, text }: ChunkFields): string {
  return [title, ...headingPath, text].join('\n');
}
