import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { type DocumentRow, requireDocument } from '@/lib/db/knowledge/documents';
import { failVersion } from '../ingest/fail-version';

/**
 * Stops the reading of a document's newest version; the one before, if any, goes on answering. One
 * that has ended meanwhile stays as it is.
 * @throws AppError `not_found`, `forbidden`
 */
export async function cancelIngestion(principal: Principal, id: string): Promise<DocumentRow> {
  requirePermission(principal, 'document:manage');
  const { latest } = await requireDocument(principal, id);
  await failVersion(latest.id, 'cancelled', 'cancelled');
  return requireDocument(principal, id);
}
