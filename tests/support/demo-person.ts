import type { Principal } from '@/lib/auth/principal';
import { toPrincipal } from '@/lib/auth/to-principal';
import { findUserByEmail } from '@/lib/db/identity/users';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';

/** One of the demo company's people, who are made where they are not there: `customer`, `operator`. */
export async function demoPerson(name: string): Promise<Principal> {
  await seedDemoUsers();
  const user = await findUserByEmail(`${name}@demo.test`);
  if (!user) throw new Error(`${name} is missing`);
  return toPrincipal(user, 'en');
}
