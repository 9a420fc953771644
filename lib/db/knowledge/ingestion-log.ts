import { asc, eq } from 'drizzle-orm';
import { ingestionLog } from '@/drizzle/schema/knowledge';
import type { IngestionLogCode, LogValues } from '@/lib/shared/ingestion-log';
import { db, type Executor } from '../client';

interface Entry {
  level?: 'info' | 'warning' | 'error';
  code: IngestionLogCode;
  values?: LogValues;
}

/** Most lines of one version that are told: retries that do not end must not fill a page. */
const maxEntries = 500;

/** Writes a line into a version's log, for the people who handed it in. */
export async function logIngestion(
  executor: Executor,
  versionId: string,
  { level = 'info', code, values = {} }: Entry,
): Promise<void> {
  await executor.insert(ingestionLog).values({ versionId, level, code, values });
}

/** What happened to a version, oldest first. */
export async function listLogEntries(versionId: string) {
  return db()
    .select()
    .from(ingestionLog)
    .where(eq(ingestionLog.versionId, versionId))
    .orderBy(asc(ingestionLog.id))
    .limit(maxEntries);
}
