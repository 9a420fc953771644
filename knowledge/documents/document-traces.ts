import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { countCitations } from '@/lib/db/conversations/citations';
import { hasStoredFile } from '@/lib/files/stored-file';
import type { DocumentTraces } from '@/lib/shared/deletions';
import { liveIndex } from '../store/search-indexes';

const rowSchema = z.object({
  versions: z.number(),
  elements: z.number(),
  chunks: z.number(),
  vectors: z.number(),
  logEntries: z.number(),
});

/**
 * Counts what there is of a document in every place it leaves traces: tables, files, the index, the
 * sources of earlier answers.
 * @param versionIds of all its versions: they name its files, even after the rows are gone
 */
export async function countTraces(
  documentId: string,
  versionIds: string[],
): Promise<DocumentTraces> {
  const ids = sql`(select id from document_versions where document_id = ${documentId})`;
  const [row] = await db().execute(sql`select
    (select count(*)::int from document_versions where document_id = ${documentId}) as versions,
    (select count(*)::int from elements where version_id in ${ids}) as elements,
    (select count(*)::int from chunks where document_id = ${documentId}) as chunks,
    (select count(*)::int from chunk_vectors where version_id in ${ids}) as vectors,
    (select count(*)::int from ingestion_log where version_id in ${ids}) as "logEntries"`);
  const { store } = await liveIndex();
  return {
    ...rowSchema.parse(row),
    files: await countFiles(versionIds),
    indexed: await store.count(documentId),
    quotes: await countCitations(documentId),
  };
}

async function countFiles(versionIds: string[]): Promise<number> {
  const found = await Promise.all(versionIds.map(hasStoredFile));
  return found.filter(Boolean).length;
}
