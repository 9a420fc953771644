import type { Principal } from '@/lib/auth/principal';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { listLogEntries } from '@/lib/db/knowledge/ingestion-log';
import { translate } from '@/lib/i18n/translate';
import { documentFailureSchema } from '@/lib/shared/documents';
import { type LogEntry, type LogValues, logEntrySchema } from '@/lib/shared/ingestion-log';
import { requireVersion } from './require-version';

/**
 * What happened to a version on its way, in the reader's language, oldest first; to the newest one
 * when no number is given.
 * @throws AppError `not_found`
 */
export async function readLog(
  principal: Principal,
  documentId: string,
  number?: number,
): Promise<LogEntry[]> {
  const document = await requireDocument(principal, documentId);
  const version = number ? await requireVersion(documentId, number) : document.latest;
  const { locale } = principal;
  return (await listLogEntries(version.id)).map(({ at, level, code, values }) => {
    const known = logEntrySchema.shape.code.parse(code);
    const told = withReason(values as LogValues, locale);
    const message = translate(locale, `knowledge.log.${known}`, told);
    return { at: at.toISOString(), level, code: known, message };
  });
}

/** A reason is kept by its code and told by its sentence. */
function withReason(values: LogValues, locale: Principal['locale']): LogValues {
  const failure = documentFailureSchema.safeParse(values.reason);
  if (!failure.success) return values;
  return { ...values, reason: translate(locale, `knowledge.failures.${failure.data}`) };
}
