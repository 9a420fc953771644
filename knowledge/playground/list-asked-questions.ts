import { listSearches } from '@/lib/db/knowledge/asked-questions';
import type { PageCursor } from '@/lib/db/page-cursor';
import { type AskedQuestion, type AskedQuestions, askedQuestionSchema } from '@/lib/shared/trials';
import { normalize } from '../words/tokenize';

/** Searches that are looked through for one page. */
const searchesPerPage = 100;

/**
 * The questions that people asked last, each once on a page, with how sure the desk was of its
 * passages. For those who may read transcripts.
 */
export async function listAskedQuestions(options: {
  isUnanswered: boolean;
  before?: PageCursor;
}): Promise<AskedQuestions> {
  const { rows, next } = await listSearches({ ...options, limit: searchesPerPage });
  const latest = new Map<string, AskedQuestion>();
  for (const row of rows) {
    // A step that another version of the desk has written may hold something else.
    const { data } = askedQuestionSchema.safeParse(row);
    const key = normalize(data?.query.trim() ?? '');
    if (data && key && !latest.has(key)) latest.set(key, data);
  }
  return { questions: [...latest.values()], next };
}
