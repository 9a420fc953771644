import type { Eyes } from '@/app/_ui/playground/eyes';
import { findUser } from '@/lib/db/identity/users';
import type { ViewAs } from '@/lib/shared/trials';

/** Whose eyes an address names; an account that is not there, or may not come in, is as if it named nobody. */
export async function findEyes(viewAs: ViewAs): Promise<Eyes> {
  if (viewAs.kind !== 'user') return { kind: viewAs.kind };
  const user = await findUser(viewAs.id);
  if (!user || user.disabledAt) return { kind: 'self' };
  if (user.kind === 'customer') return { kind: 'customer' };
  const { id, name, email } = user;
  return { kind: 'user', person: { id, name, email } };
}
