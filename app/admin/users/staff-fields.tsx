import { Checkbox, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { roles as allRoles } from '@/lib/auth/principal';

interface Props {
  roles: string[];
  setRoles: (roles: string[]) => void;
  teamIds: string[];
  setTeamIds: (teamIds: string[]) => void;
  teams: { id: string; name: string }[];
}

/** What a member of staff may do, and whose queue they work. */
export function StaffFields({ roles, setRoles, teamIds, setTeamIds, teams }: Props) {
  const t = useTranslations('admin.users');
  const teamName = useTranslations('knowledge');
  return (
    <>
      <Checkbox.Group label={t('roles')} value={roles} onChange={setRoles}>
        <Stack gap="xs" mt="xs">
          {allRoles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`roleNames.${role}`)}
              description={t(`roleHints.${role}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group label={t('teams')} value={teamIds} onChange={setTeamIds}>
        <Stack gap="xs" mt="xs">
          {teams.map((team) => (
            <Checkbox key={team.id} value={team.id} label={teamName('teamName', team)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
