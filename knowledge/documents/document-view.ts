import { visibilitySchema } from '@/lib/auth/visibility';
import type { VersionRow } from '@/lib/db/knowledge/document-versions';
import type { DocumentRow } from '@/lib/db/knowledge/documents';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { type DocumentView, documentFailureSchema } from '@/lib/shared/documents';

/** A document as the API tells of it, its fault in the reader's language. */
export function toDocumentView(row: DocumentRow, locale: Locale): DocumentView {
  const { latest, live } = row;
  return {
    id: row.id,
    title: row.title,
    filename: latest.filename,
    format: latest.format,
    bytes: latest.bytes,
    visibility: visibilitySchema.parse(row.visibility),
    status: latest.status,
    progress: latest.progress,
    pages: (live ?? latest).pages,
    chunks: (live ?? latest).chunkCount,
    error: toFailure(latest, locale),
    liveVersion: live?.number ?? null,
    newestVersion: latest.number,
    attempt: latest.attempt,
    startedAt: latest.startedAt?.toISOString() ?? null,
    heartbeatAt: latest.heartbeatAt?.toISOString() ?? null,
    endedAt: latest.endedAt?.toISOString() ?? null,
    source: row.source,
    lastHitAt: row.lastHitAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Why a version failed, in the reader's language; null when it did not. */
export function toFailure(
  { status, errorCode }: Pick<VersionRow, 'status' | 'errorCode'>,
  locale: Locale,
): DocumentView['error'] {
  if (status !== 'failed') return null;
  const code = documentFailureSchema.catch('internal').parse(errorCode);
  return { code, message: translate(locale, `knowledge.failures.${code}`) };
}
