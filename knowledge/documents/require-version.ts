import { findVersionByNumber, type VersionRow } from '@/lib/db/knowledge/document-versions';
import type { DocumentRow } from '@/lib/db/knowledge/documents';
import { notFound } from '@/lib/errors';

/**
 * The version of a document with this number. Who may read the document is for the caller to ask.
 * @throws AppError `not_found`
 */
export async function requireVersion(documentId: string, number: number): Promise<VersionRow> {
  const version = await findVersionByNumber(documentId, number);
  if (!version) throw notFound();
  return version;
}

/**
 * The version of a document that people are shown: the one with this number, else the one that
 * answers, else the newest.
 * @throws AppError `not_found`
 */
export async function requireShownVersion(
  { id, live, latest }: DocumentRow,
  number?: number,
): Promise<VersionRow> {
  return number ? requireVersion(id, number) : (live ?? latest);
}
