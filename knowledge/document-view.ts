import { visibilitySchema } from '@/lib/auth/visibility';
import type { DocumentRow } from '@/lib/db/documents';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { type DocumentView, documentFailureSchema } from '@/lib/shared/documents';

/** A document as the API tells of it, its fault in the reader's language. */
export function toDocumentView(row: DocumentRow, locale: Locale): DocumentView {
  return {
    id: row.id,
    title: row.title,
    filename: row.filename,
    format: row.format,
    bytes: row.bytes,
    visibility: visibilitySchema.parse(row.visibility),
    status: row.status,
    progress: row.progress,
    pages: row.pages,
    chunks: row.chunkCount,
    error: row.status === 'failed' ? failure(row.errorCode, locale) : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function failure(errorCode: string | null, locale: Locale): DocumentView['error'] {
  const code = documentFailureSchema.catch('internal').parse(errorCode);
  return { code, message: translate(locale, `knowledge.failures.${code}`) };
}
