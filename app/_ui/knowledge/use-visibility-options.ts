import { useTranslations } from 'next-intl';
import type { Visibility } from '@/lib/auth/visibility';

/** A team that documents can be kept to. */
export interface Team {
  id: string;
  name: string;
}

/** The choices of who may see a document, with their labels. */
export function useVisibilityOptions(teams: Team[]) {
  const t = useTranslations('knowledge');
  const ofTeam = ({ id, name }: Team) => ({
    value: `team:${id}` as Visibility,
    label: t('visibility.team', { name: t('teamName', { id, name }) }),
  });
  const options: { value: Visibility; label: string }[] = [
    { value: 'public', label: t('visibility.public') },
    { value: 'staff', label: t('visibility.staff') },
    ...teams.map(ofTeam),
  ];
  const optionOf = (visibility: Visibility) => {
    const id = visibility.replace('team:', '');
    return options.find(({ value }) => value === visibility) ?? ofTeam({ id, name: id });
  };
  return {
    options,
    /** The choices, and the present one when it is not among them. */
    optionsWith: (present: Visibility) => [...new Set([...options, optionOf(present)])],
    labelOf: (visibility: Visibility) => optionOf(visibility).label,
  };
}
