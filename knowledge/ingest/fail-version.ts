import { db } from '@/lib/db/client';
import { replaceChunks } from '@/lib/db/knowledge/chunks';
import { lockVersion, updateVersion } from '@/lib/db/knowledge/document-versions';
import { replaceElements } from '@/lib/db/knowledge/elements';
import { logIngestion } from '@/lib/db/knowledge/ingestion-log';
import { log } from '@/lib/log';
import type { DocumentFailure } from '@/lib/shared/documents';
import type { IngestionLogCode } from '@/lib/shared/ingestion-log';
import { removeFromIndexes } from '../store/search-indexes';

/**
 * Ends a version's ingestion: it shows the reason, nothing of it can be found, and the version
 * before goes on answering. Does nothing for one that has ended.
 * @param code what the log says of it
 */
export async function failVersion(
  versionId: string,
  failure: DocumentFailure,
  code: IngestionLogCode = 'refused',
): Promise<void> {
  const documentId = await db().transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version || version.status === 'ready' || version.status === 'failed') return null;
    const ended = { status: 'failed', errorCode: failure, endedAt: new Date() } as const;
    await updateVersion(tx, versionId, { ...ended, pages: null, chunkCount: null });
    await replaceElements(tx, versionId, []);
    await replaceChunks(tx, { versionId, documentId: version.documentId }, []);
    const { attempt } = version;
    await logIngestion(tx, versionId, {
      level: 'error',
      code,
      values: { reason: failure, attempt },
    });
    return version.documentId;
  });
  if (documentId) await forget(documentId, versionId);
}

/** The rows are gone, so what an outside index still holds of the version is not found either way. */
async function forget(documentId: string, versionId: string): Promise<void> {
  try {
    await removeFromIndexes({ documentId, versionId });
  } catch (error) {
    log().warn({ event: 'failed-version-not-forgotten', versionId, err: error });
  }
}
