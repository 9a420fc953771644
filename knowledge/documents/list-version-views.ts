import type { Principal } from '@/lib/auth/principal';
import { listVersions } from '@/lib/db/knowledge/document-versions';
import { requireDocument } from '@/lib/db/knowledge/documents';
import type { VersionView } from '@/lib/shared/documents';
import { toFailure } from './document-view';

/** A document's versions, newest first. @throws AppError `not_found` */
export async function listVersionViews(
  principal: Principal,
  documentId: string,
): Promise<VersionView[]> {
  const document = await requireDocument(principal, documentId);
  return (await listVersions(documentId)).map((version) => ({
    number: version.number,
    filename: version.filename,
    format: version.format,
    bytes: version.bytes,
    status: version.status,
    isLive: version.id === document.liveVersionId,
    pages: version.pages,
    chunks: version.chunkCount,
    error: toFailure(version, principal.locale),
    elapsedMs: version.startedAt
      ? (version.endedAt ?? new Date()).getTime() - version.startedAt.getTime()
      : null,
    createdAt: version.createdAt.toISOString(),
    endedAt: version.endedAt?.toISOString() ?? null,
  }));
}
