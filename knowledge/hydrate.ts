import { and, eq, inArray } from 'drizzle-orm';
import { chunks, documents } from '@/drizzle/schema/knowledge';
import type { Visibility } from '@/lib/auth/visibility';
import { db } from '@/lib/db/client';
import type { Candidate } from './store/store';

/** A candidate with what Postgres says of it now. */
export interface Hydrated {
  chunkId: string;
  documentId: string;
  title: string;
  headingPath: string[];
  text: string;
  page: number | null;
  pageTo: number | null;
  storeScore: number;
}

/**
 * Reads the candidates' text and titles. Checks again who may see them and that their document is
 * ready, so that one deleted or hidden a moment ago is not shown even where the index lags.
 */
export async function hydrateCandidates(
  candidates: Pick<Candidate, 'chunkId' | 'score'>[],
  visibilities: Visibility[],
): Promise<Hydrated[]> {
  if (candidates.length === 0) return [];
  const ids = candidates.map(({ chunkId }) => chunkId);
  const rows = await db()
    .select({
      chunkId: chunks.id,
      documentId: chunks.documentId,
      title: documents.title,
      headingPath: chunks.headingPath,
      text: chunks.text,
      page: chunks.page,
      pageTo: chunks.pageTo,
    })
    .from(chunks)
    .innerJoin(documents, eq(documents.id, chunks.documentId))
    .where(
      and(
        inArray(chunks.id, ids),
        inArray(documents.visibility, visibilities),
        eq(documents.status, 'ready'),
      ),
    );
  const byId = new Map(rows.map((row) => [row.chunkId, row]));
  return candidates.flatMap(({ chunkId, score }) => {
    const row = byId.get(chunkId);
    return row ? [{ ...row, storeScore: score }] : [];
  });
}
