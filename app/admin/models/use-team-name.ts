import { useTranslations } from 'next-intl';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';

/** Names specialists for people; calls without one have a name of their own. */
export function useTeamName(): (team: string) => string {
  const t = useTranslations('models.teams');
  const titleOf = useSpecialistTitle();
  return (team) => (team === '' ? t('none') : titleOf(team));
}
