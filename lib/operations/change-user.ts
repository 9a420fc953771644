import type { Role } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { requireEnabledAdmin, type User, updateUser } from '@/lib/db/identity/users';
import { publish } from '@/lib/events/bus';

/** What an administrator may change; what is absent stays. */
export interface UserChange {
  name?: string | null;
  roles?: Role[];
  teamIds?: string[];
  /** The customer's account in the business APIs. */
  accountId?: string | null;
}

/**
 * Changes an account. It counts from the next request on, and streams held open end.
 * @throws AppError `not_found`, or `last_admin` when nobody could manage accounts afterwards.
 */
export async function changeUser(userId: string, change: UserChange): Promise<User> {
  return db().transaction(async (tx) => {
    const user = await updateUser(tx, userId, change);
    if (change.roles && user.kind === 'staff') await requireEnabledAdmin(tx);
    await publish(tx, { type: 'access-changed', userId });
    return user;
  });
}
