import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities, type Visibility } from '@/lib/auth/visibility';
import { findVisibilities } from '@/lib/db/knowledge/documents';
import type { SearchTrace } from '@/lib/shared/retrieval';
import type { MarkedText, TrialPassage } from '@/lib/shared/trials';
import { hydrateCandidates } from '../passages/hydrate';

type Considered = SearchTrace['considered'][number];

/** A candidate as a trial shows it, before it has its place. */
export type ReadPassage = Omit<TrialPassage, 'place'> & Pick<Considered, 'outcome'>;

/**
 * Candidates of a search with their words, as far as this principal may read them now: a document
 * that was hidden or deleted since the search is left out.
 */
export async function readConsidered(
  principal: Principal,
  considered: Considered[],
  mark: (text: string) => MarkedText,
): Promise<ReadPassage[]> {
  const readable = readableVisibilities(principal);
  const candidates = considered.map(({ chunkId }) => ({ chunkId, denseScore: null }));
  const documentIds = [...new Set(considered.map(({ documentId }) => documentId))];
  const [rows, visibilities] = await Promise.all([
    hydrateCandidates(candidates, readable),
    findVisibilities(documentIds),
  ]);
  const byId = new Map(rows.map((row) => [row.chunkId, row]));
  const isReadable = (visibility: Visibility | undefined) =>
    visibility !== undefined && readable.includes(visibility);
  return considered.flatMap(({ chunkId, documentId, score, parts, outcome }) => {
    const row = byId.get(chunkId);
    const visibility = visibilities.get(documentId);
    if (!row || !visibility || !isReadable(visibility)) return [];
    const { page, pageTo } = row;
    const words = {
      title: mark(row.title),
      headings: row.headingPath.map(mark),
      text: mark(row.text),
    };
    return [{ chunkId, documentId, ...words, page, pageTo, visibility, score, parts, outcome }];
  });
}
