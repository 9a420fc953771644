import { findVersionByNumber, type VersionRow } from '@/lib/db/document-versions';
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
