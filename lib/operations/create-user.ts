import type { Role } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { insertUser, type User } from '@/lib/db/identity/users';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Locale } from '@/lib/locale';

/** What an administrator says about a new account. */
export interface NewUser {
  email: string;
  name?: string;
  kind: 'customer' | 'staff';
  roles?: Role[];
  teamIds?: string[];
  /** The customer's account in the business APIs. */
  accountId?: string;
  locale?: Locale;
}

/**
 * Opens an account. Nobody can use it before a sign-in link was made for it.
 * @throws AppError `email_taken` when the address has an account.
 */
export async function createUser(input: NewUser): Promise<User> {
  const isStaff = input.kind === 'staff';
  const user = await insertUser(db(), {
    id: newId(),
    email: input.email,
    name: input.name,
    kind: input.kind,
    roles: isStaff ? (input.roles ?? []) : [],
    teamIds: isStaff ? (input.teamIds ?? []) : [],
    accountId: isStaff ? undefined : input.accountId,
    locale: input.locale,
  });
  if (!user) throw new AppError('email_taken', { email: input.email });
  return user;
}
