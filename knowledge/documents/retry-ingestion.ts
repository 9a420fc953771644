import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { lockVersion } from '@/lib/db/knowledge/document-versions';
import { type DocumentRow, requireDocument } from '@/lib/db/knowledge/documents';
import { logIngestion } from '@/lib/db/knowledge/ingestion-log';
import { listFailed } from '@/lib/db/knowledge/list-documents';
import { enqueueVersion } from '../ingest/enqueue-version';

/** Versions asked for in one transaction. */
const batchSize = 100;

/**
 * Has a document's newest version read again that failed or was cancelled; another stays as it is.
 * @throws AppError `not_found`, `forbidden`
 */
export async function retryIngestion(principal: Principal, id: string): Promise<DocumentRow> {
  requirePermission(principal, 'document:manage');
  const { latest } = await requireDocument(principal, id);
  await retryVersions([latest.id]);
  return requireDocument(principal, id);
}

/**
 * As `retryIngestion`, for every failed document that the person may read.
 * @returns how many are read again
 * @throws AppError `forbidden`
 */
export async function retryFailed(principal: Principal): Promise<number> {
  requirePermission(principal, 'document:manage');
  // What fails anew meanwhile is not tried again and again.
  const endedBefore = new Date();
  let count = 0;
  for (;;) {
    const ids = await listFailed(principal, { endedBefore, limit: batchSize });
    if (ids.length === 0) return count;
    count += await retryVersions(ids);
  }
}

async function retryVersions(versionIds: string[]): Promise<number> {
  return db().transaction(async (tx) => {
    let count = 0;
    for (const id of versionIds) {
      const version = await lockVersion(tx, id);
      if (version?.status !== 'failed') continue;
      await logIngestion(tx, id, { code: 'retried' });
      await enqueueVersion(tx, id);
      count += 1;
    }
    return count;
  });
}
