import { db } from '@/lib/db/client';
import { isDatabaseUnreachable } from '@/lib/db/is-database-unreachable';
import { findVersion } from '@/lib/db/knowledge/document-versions';
import { logIngestion } from '@/lib/db/knowledge/ingestion-log';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { systemCode } from '@/lib/system-code';
import { ReaderUnavailableError } from '../unstructured/reader-unavailable-error';

/** What failed, in a word that people can act on and that holds nothing secret. */
function partOf(error: unknown): string {
  if (error instanceof ReaderUnavailableError) return 'Unstructured';
  if (AppError.is(error)) return String(error.values.part ?? error.code);
  if (isDatabaseUnreachable(error)) return 'PostgreSQL';
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === '53100') return 'disk';
  return error instanceof Error ? error.name : 'unknown';
}

/** Tells in a version's log that an attempt failed through no fault of the document. */
export async function logAttemptFault(versionId: string, error: unknown): Promise<void> {
  try {
    const version = await findVersion(versionId);
    if (!version) return;
    const values = { attempt: version.attempt, part: partOf(error) };
    await logIngestion(db(), versionId, { level: 'warning', code: 'attempt_failed', values });
  } catch (cause) {
    log().warn({ event: 'attempt-fault-not-told', versionId, err: cause });
  }
}
