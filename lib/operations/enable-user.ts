import { db } from '@/lib/db/client';
import { type User, updateUser } from '@/lib/db/identity/users';

/**
 * Enables a disabled account. Its sessions and keys stay ended: it needs a new sign-in link.
 * @throws AppError `not_found`
 */
export async function enableUser(userId: string): Promise<User> {
  return updateUser(db(), userId, { disabledAt: null });
}
