import { Alert } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BudgetsView } from '@/lib/shared/models';
import { limitOf } from './limit-of';
import { useTeamName } from './use-team-name';

/** Says on top of the page that money for models has run out. */
export function BudgetNotice(view: BudgetsView) {
  const t = useTranslations('models.budgets');
  const nameOf = useTeamName();
  const spent = view.budgets.filter((budget) => {
    const limit = limitOf(budget, view);
    return limit !== null && budget.spentMicros >= limit;
  });
  if (spent.length === 0) return null;
  const teams = spent.map(({ team }) => (team ? nameOf(team) : t('desk'))).join(', ');
  return (
    <Alert color="yellow" title={t('spentTitle')}>
      {t('spentText', { teams, zone: view.zone })}
    </Alert>
  );
}
