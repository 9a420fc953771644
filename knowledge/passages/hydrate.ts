import { and, eq, sql } from 'drizzle-orm';
import { chunks, documents, documentVersions } from '@/drizzle/schema/knowledge';
import type { Visibility } from '@/lib/auth/visibility';
import { db } from '@/lib/db/client';
import { given, statement } from '@/lib/db/statement';
import type { Candidate } from '../store/store';

/** A candidate with what Postgres says of it now. */
export interface Hydrated {
  chunkId: string;
  versionId: string;
  documentId: string;
  title: string;
  headingPath: string[];
  text: string;
  page: number | null;
  pageTo: number | null;
  /** Of the file that it was read from. */
  format: string | null;
  /** Number of its section, and its place in the document. */
  section: number;
  seq: number;
  /** How near its meaning is, -1 to 1; null where nothing compared it. */
  denseScore: number | null;
}

const selectCandidates = statement('hydrate-candidates', (database) =>
  database
    .select({
      chunkId: chunks.id,
      versionId: chunks.versionId,
      documentId: chunks.documentId,
      title: documents.title,
      headingPath: chunks.headingPath,
      text: chunks.text,
      page: chunks.page,
      pageTo: chunks.pageTo,
      format: documentVersions.format,
      section: chunks.section,
      seq: chunks.seq,
    })
    .from(chunks)
    .innerJoin(documents, eq(documents.liveVersionId, chunks.versionId))
    .innerJoin(documentVersions, eq(documentVersions.id, chunks.versionId))
    .where(
      and(
        sql`${chunks.id} = any(${given('ids')}::text[])`,
        eq(chunks.isDisabled, false),
        sql`${documents.visibility} = any(${given('visibilities')}::text[])`,
      ),
    ),
);

/**
 * Reads the candidates' text and titles in one statement, so in one state of the database: of each
 * document the version that answers, never two. Checks again who may see them, so that one deleted
 * or hidden a moment ago is not shown even where the index lags.
 */
export async function hydrateCandidates(
  candidates: Pick<Candidate, 'chunkId' | 'denseScore'>[],
  visibilities: Visibility[],
): Promise<Hydrated[]> {
  if (candidates.length === 0) return [];
  const ids = candidates.map(({ chunkId }) => chunkId);
  const rows = await selectCandidates(db(), { ids, visibilities });
  const byId = new Map(rows.map((row) => [row.chunkId, row]));
  const seen = new Set<string>();
  // While a version takes the place of another, an outside index holds the same chunk of both.
  return candidates.flatMap(({ chunkId, denseScore }) => {
    const row = byId.get(chunkId);
    if (!row || seen.has(chunkId)) return [];
    seen.add(chunkId);
    return [{ ...row, denseScore }];
  });
}
