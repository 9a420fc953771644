import { inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Principal } from './principal';

/**
 * Whether a team's work is this member of staff's: that of their own teams; for an admin all of it,
 * and what belongs to no team.
 */
export function isOfTeam({ roles, teamIds }: Principal, teamId: string | null): boolean {
  return roles.includes('admin') || (teamId !== null && teamIds.includes(teamId));
}

/**
 * The same as a condition of a query.
 * @param teamId the column that names the team
 * @returns nothing where every row is theirs
 */
export function ofOwnTeams({ roles, teamIds }: Principal, teamId: PgColumn): SQL | undefined {
  return roles.includes('admin') ? undefined : inArray(teamId, teamIds);
}
