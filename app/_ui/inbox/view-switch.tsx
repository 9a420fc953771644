import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type InboxView, inboxViewSchema } from '@/lib/shared/inbox';
import classes from './inbox.module.css';

interface Props {
  /** How many wait for the reader in each. */
  counts: Record<InboxView, number>;
}

/** Between the cases and the approvals. */
export function ViewSwitch({ counts }: Props) {
  const t = useTranslations('approvals.views');
  return (
    <Tabs.List grow aria-label={t('label')}>
      {inboxViewSchema.options.map((view) => (
        <Tabs.Tab key={view} value={view}>
          {t(view)}{' '}
          <span className={classes.viewCount} data-some={counts[view] > 0}>
            {t('count', { count: counts[view] })}
          </span>
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
