import { asc, eq } from 'drizzle-orm';
import { teams } from '@/drizzle/schema/identity';
import { db, type Executor } from '../client';

export type Team = typeof teams.$inferSelect;

/** Every team, by name. */
export async function listTeams(): Promise<Team[]> {
  return db().select().from(teams).orderBy(asc(teams.name));
}

/** Whether there is such a team. */
export async function hasTeam(executor: Executor, id: string): Promise<boolean> {
  const found = await executor.select({ id: teams.id }).from(teams).where(eq(teams.id, id));
  return found.length > 0;
}
