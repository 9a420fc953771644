import { db } from '@/lib/db/client';
import { revokeApiKeysOf } from '@/lib/db/identity/api-keys';
import { deleteSessionsOf } from '@/lib/db/identity/sessions';
import { deleteSignInTokensOf } from '@/lib/db/identity/sign-in-tokens';
import { requireEnabledAdmin, type User, updateUser } from '@/lib/db/identity/users';
import { publish } from '@/lib/events/bus';

/**
 * Disables an account: its sessions and unused links end, its keys are revoked for good, and what it holds open
 * is closed by the event.
 * @throws AppError `not_found`, or `last_admin` when nobody could manage accounts afterwards.
 */
export async function disableUser(userId: string): Promise<User> {
  return db().transaction(async (tx) => {
    const user = await updateUser(tx, userId, { disabledAt: new Date() });
    if (user.roles.includes('admin')) await requireEnabledAdmin(tx);
    await deleteSessionsOf(tx, userId);
    await deleteSignInTokensOf(tx, user.email);
    await revokeApiKeysOf(tx, userId);
    await publish(tx, { type: 'access-changed', userId });
    return user;
  });
}
