import { isOfTeam } from '@/lib/auth/own-teams';
import type { Principal } from '@/lib/auth/principal';
import { listTeams } from '@/lib/db/identity/teams';

/**
 * The teams that this person may keep a document to: kept to a team that one is not in, it would be
 * gone from one's own list.
 */
export async function listOwnTeams(principal: Principal): Promise<{ id: string; name: string }[]> {
  const teams = await listTeams();
  return teams.filter(({ id }) => isOfTeam(principal, id));
}
