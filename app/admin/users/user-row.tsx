import { Badge, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { roles } from '@/lib/auth/principal';
import type { UserView } from '@/lib/shared/users';
import { UserMenu } from './user-menu';
import classes from './user-row.module.css';

interface Props {
  user: UserView;
  teams: { id: string; name: string }[];
  onChoose: (what: 'edit' | 'link' | 'keys' | 'disable') => void;
}

/** One account: who it is, what it may, and the menu of what can be done. */
export function UserRow({ user, teams, onChoose }: Props) {
  const t = useTranslations('admin.users');
  const teamName = useTranslations('knowledge');
  const name = user.name ?? user.email;
  const names = roles.filter((role) => user.roles.includes(role));
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Text fw={500} truncate c={user.isDisabled ? 'dimmed' : undefined}>
          {name}
        </Text>
        {user.name ? (
          <Text size="sm" c="dimmed" truncate>
            {user.email}
          </Text>
        ) : null}
      </div>
      <div className={classes.facts}>
        {user.isDisabled ? <Badge color="red">{t('disabled')}</Badge> : null}
        {user.kind === 'customer' ? <Badge variant="default">{t('kinds.customer')}</Badge> : null}
        {user.accountId ? <Badge variant="outline">{user.accountId}</Badge> : null}
        {names.map((role) => (
          <Badge key={role} variant="light">
            {t(`roleNames.${role}`)}
          </Badge>
        ))}
        {user.kind === 'staff' && names.length === 0 ? (
          <Badge variant="default">{t('noRole')}</Badge>
        ) : null}
        {teams
          .filter((team) => user.teamIds.includes(team.id))
          .map((team) => (
            <Badge key={team.id} variant="outline" color="gray">
              {teamName('teamName', team)}
            </Badge>
          ))}
      </div>
      <UserMenu user={user} name={name} onChoose={onChoose} />
    </li>
  );
}
