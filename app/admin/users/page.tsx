import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { listTeams } from '@/lib/db/identity/teams';
import { listUsers, toUserView } from '@/lib/db/identity/users';
import { UsersPanel } from './users-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('title') };
}

/** The accounts of this desk. */
export default async function UsersPage() {
  await requirePageAccess('user:manage', '/admin/users');
  const [users, teams] = await Promise.all([listUsers(), listTeams()]);
  return <UsersPanel users={users.map(toUserView)} teams={teams} />;
}
