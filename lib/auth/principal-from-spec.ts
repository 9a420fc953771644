import { findUserByEmail } from '@/lib/db/users';
import { newId } from '@/lib/ids';
import type { Locale } from '@/lib/locale';
import type { Principal } from './principal';
import { toGuest, toPrincipal } from './to-principal';

/**
 * The principal that a command acts as: `guest` (a new one each time), `customer:<email>` or
 * `staff:<email>`.
 * @throws Error with a sentence for the terminal: a spec of another form, or no such account.
 */
export async function principalFromSpec(spec: string, locale: Locale = 'en'): Promise<Principal> {
  if (spec === 'guest') return toGuest(newId(), locale);
  const [, kind, email] = spec.match(/^(customer|staff):(.+@.+)$/) ?? [];
  if (!kind || !email) {
    throw new Error(`«${spec}» is not understood. Use guest, customer:<email> or staff:<email>.`);
  }
  const user = await findUserByEmail(email);
  if (user?.kind !== kind) {
    throw new Error(
      `There is no ${kind} account ${email}. Make it with: users create --email ${email} --role ${kind === 'customer' ? 'customer' : 'operator'}`,
    );
  }
  if (user.disabledAt) throw new Error(`The account ${email} is disabled.`);
  return toPrincipal(user, user.locale ?? locale);
}
