import { teams } from '@/drizzle/schema/identity';
import { db } from '@/lib/db/client';

/** The teams that every desk has: one queue for each specialist. */
export const standardTeams = [
  { id: 'support', name: 'Support' },
  { id: 'finance', name: 'Finance' },
  { id: 'scheduling', name: 'Scheduling' },
];

/** Makes the standard teams that are not there yet. */
export async function ensureTeams(): Promise<void> {
  await db().insert(teams).values(standardTeams).onConflictDoNothing();
}
