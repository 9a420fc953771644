import type { Principal } from '@/lib/auth/principal';
import { toGuest, toPrincipal } from '@/lib/auth/to-principal';
import { listTeams } from '@/lib/db/identity/teams';
import { requireUser } from '@/lib/db/identity/users';
import { AppError } from '@/lib/errors';
import type { ViewAs } from '@/lib/shared/trials';

/** Nobody's id: a trial acts for nobody. */
const nobody = 'trial';

/**
 * The principal that a question is tried as. It is looked up for its rights to read and for nothing
 * else: no session is opened, nothing is written.
 * @throws AppError `not_found`; `view_as_disabled` for an account that may not come in.
 */
export async function resolveViewAs(asker: Principal, viewAs: ViewAs): Promise<Principal> {
  if (viewAs.kind === 'self') return asker;
  if (viewAs.kind === 'guest') return toGuest(nobody, asker.locale);
  if (viewAs.kind === 'customer') return { ...toGuest(nobody, asker.locale), kind: 'customer' };
  const user = await requireUser(viewAs.id);
  if (user.disabledAt) throw new AppError('view_as_disabled');
  return toPrincipal(user, asker.locale);
}

/**
 * The asker with every team whose documents they may read: administrators read those of all teams,
 * though their own questions are answered from those of their own.
 */
export async function toReader(asker: Principal): Promise<Principal> {
  if (!asker.roles.includes('admin')) return asker;
  const teams = await listTeams();
  const teamIds = new Set([...asker.teamIds, ...teams.map(({ id }) => id)]);
  return { ...asker, teamIds: [...teamIds] };
}

/** The person, without the teams whose documents the reader may not read. */
export function withinReach(person: Principal, reader: Principal): Principal {
  return { ...person, teamIds: person.teamIds.filter((id) => reader.teamIds.includes(id)) };
}
