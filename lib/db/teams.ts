import { asc } from 'drizzle-orm';
import { teams } from '@/drizzle/schema/identity';
import { db } from './client';

export type Team = typeof teams.$inferSelect;

/** Every team, by name. */
export async function listTeams(): Promise<Team[]> {
  return db().select().from(teams).orderBy(asc(teams.name));
}
