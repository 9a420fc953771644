import type { Transaction } from '@/lib/db/client';
import { updateVersion } from '@/lib/db/knowledge/document-versions';
import { enqueue } from '@/lib/queue';

/** Asks for a version to be read, or read anew. Asking again while that is pending changes nothing. */
export async function enqueueVersion(tx: Transaction, versionId: string): Promise<void> {
  const again = { startedAt: null, heartbeatAt: null, endedAt: null, attempt: 0 };
  await updateVersion(tx, versionId, { status: 'queued', progress: 0, errorCode: null, ...again });
  await enqueue(tx, 'ingest-version', { versionId }, versionId);
}
