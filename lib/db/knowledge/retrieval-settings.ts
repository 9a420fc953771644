import { desc, eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema/identity';
import { retrievalSettings } from '@/drizzle/schema/settings';
import {
  type AppliedRetrieval,
  defaultRetrieval,
  type RetrievalSettings,
  storedRetrievalSchema,
} from '@/lib/shared/retrieval';
import { db, type Transaction } from '../client';

/** How many of the settings applied before are told. */
const historyLength = 20;

/** Keeps settings that hold from now on, beside those before. */
export async function createRetrievalSettings(
  tx: Transaction,
  applied: { settings: RetrievalSettings; appliedBy: string },
): Promise<void> {
  await tx.insert(retrievalSettings).values(applied);
}

/** The settings that hold: those applied last, the default on a desk where nobody has. */
export async function findLastRetrievalSettings(): Promise<RetrievalSettings> {
  const [row] = await db()
    .select({ settings: retrievalSettings.settings })
    .from(retrievalSettings)
    .orderBy(desc(retrievalSettings.id))
    .limit(1);
  return row ? storedRetrievalSchema.parse(row.settings) : defaultRetrieval;
}

/** What was applied, by whom and when: the latest 20, those that hold first. */
export async function listRetrievalSettings(): Promise<AppliedRetrieval[]> {
  const rows = await db()
    .select({ row: retrievalSettings, name: users.name, email: users.email })
    .from(retrievalSettings)
    .leftJoin(users, eq(users.id, retrievalSettings.appliedBy))
    .orderBy(desc(retrievalSettings.id))
    .limit(historyLength);
  return rows.map(({ row, name, email }) => ({
    settings: storedRetrievalSchema.parse(row.settings),
    by: name ?? email,
    at: row.appliedAt.toISOString(),
  }));
}
