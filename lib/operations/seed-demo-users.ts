import { db } from '@/lib/db/client';
import { insertUser, type User } from '@/lib/db/identity/users';
import { newId } from '@/lib/ids';
import { ensureTeams, standardTeams } from './ensure-teams';

const teamIds = standardTeams.map((team) => team.id);

const demoUsers = [
  { email: 'customer@demo.test', name: 'Carla Chen', kind: 'customer', accountId: 'C-1001' },
  { email: 'viewer@demo.test', name: 'Vera Wolf', kind: 'staff', roles: ['viewer'] },
  { email: 'operator@demo.test', name: 'Omar Reyes', kind: 'staff', roles: ['operator'], teamIds },
  { email: 'developer@demo.test', name: 'Dana Lindt', kind: 'staff', roles: ['developer'] },
  { email: 'admin@demo.test', name: 'Ada Marsh', kind: 'staff', roles: ['admin'], teamIds },
] as const;

/** Whether this is the address of one of the demo company's accounts. */
export function isDemoAddress(email: string): boolean {
  return demoUsers.some((user) => user.email === email);
}

/**
 * Makes the accounts of the demo company, one for each role, and the teams. Those that exist are
 * left as they are; returns those that were made. None has a password: sign in with a link.
 */
export async function seedDemoUsers(): Promise<User[]> {
  await ensureTeams();
  const made: User[] = [];
  for (const user of demoUsers) {
    const row = await insertUser(db(), { id: newId(), ...toColumns(user) });
    if (row) made.push(row);
  }
  return made;
}

function toColumns(user: (typeof demoUsers)[number]) {
  return {
    ...user,
    roles: 'roles' in user ? [...user.roles] : [],
    teamIds: 'teamIds' in user ? [...user.teamIds] : [],
  };
}
