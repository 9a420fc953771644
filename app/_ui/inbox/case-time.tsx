import { useTranslations } from 'next-intl';
import { useNow, useTimeAgo } from '@/app/_ui/time-ago';
import type { CaseSummary } from '@/lib/shared/inbox';
import classes from './inbox.module.css';

/** The moments that matter: since when somebody waits and until when, or when it was closed. */
export function CaseTime({ item }: { item: CaseSummary }) {
  const t = useTranslations('inbox');
  const isOverdue = useNow().toISOString() > item.dueAt;
  const due = useTimeAgo(item.dueAt);
  const opened = useTimeAgo(item.openedAt);
  const closed = useTimeAgo(item.closedAt ?? item.updatedAt);
  if (item.state === 'closed') {
    return <span suppressHydrationWarning>{t('closedAt', { time: closed })}</span>;
  }
  if (item.state === 'assigned') {
    return <span suppressHydrationWarning>{t('waitsSince', { time: opened })}</span>;
  }
  return (
    <span suppressHydrationWarning>
      {t('waitsSince', { time: opened })} ·{' '}
      <span className={isOverdue ? classes.overdue : undefined} suppressHydrationWarning>
        {t(isOverdue ? 'overdueSince' : 'dueAt', { time: due })}
      </span>
    </span>
  );
}
