import { findUser, findUserByEmail } from '@/lib/db/identity/users';

/** What Auth.js tells about somebody who has proven who they are. */
interface Attempt {
  userId?: string;
  email?: string | null;
  by: 'link' | 'oidc';
  /** What the identity provider says about the address. */
  isEmailVerified: boolean;
}

/**
 * Whether this person may come in; a path means no, and says so there. A link opens accounts that
 * exist; an outside identity may also be new, but only with an address that its provider has
 * verified: the address decides which account it is tied to.
 */
export async function maySignIn(attempt: Attempt): Promise<boolean | string> {
  const linked = attempt.userId ? await findUser(attempt.userId) : null;
  const user = linked ?? (attempt.email ? await findUserByEmail(attempt.email) : null);
  if (user?.disabledAt) return '/sign-in?error=AccessDenied';
  if (attempt.by === 'link') return user !== null;
  if (!attempt.email || !attempt.isEmailVerified) return '/sign-in?error=EmailNotVerified';
  return true;
}
