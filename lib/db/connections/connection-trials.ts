import { desc, eq } from 'drizzle-orm';
import { connectionTrials } from '@/drizzle/schema/connections';
import { users } from '@/drizzle/schema/identity';
import { personName } from '@/lib/db/identity/person-name';
import type { SentTrial } from '@/lib/shared/operation-trials';
import { db } from '../client';

/** As many of a connection are shown. */
const mostShown = 50;

/** Keeps that somebody is about to call an operation to try it out, and in whose name. */
export async function createTrial(trial: {
  connectionId: string;
  operationId: string;
  byId: string;
  calledAs: string | null;
}): Promise<void> {
  await db().insert(connectionTrials).values(trial);
}

/** The latest calls by which a connection's operations were tried out, newest first. */
export async function listTrials(connectionId: string): Promise<SentTrial[]> {
  const { id, operationId, calledAs, at } = connectionTrials;
  const rows = await db()
    .select({ operationId, calledAs, at, by: personName(users) })
    .from(connectionTrials)
    .leftJoin(users, eq(users.id, connectionTrials.byId))
    .where(eq(connectionTrials.connectionId, connectionId))
    .orderBy(desc(id))
    .limit(mostShown);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
