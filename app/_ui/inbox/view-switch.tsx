import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type InboxView, inboxViewSchema } from '@/lib/shared/inbox';
import classes from './inbox.module.css';

interface Props {
  view: InboxView;
  /** How many wait for the reader in each. */
  counts: Record<InboxView, number>;
  onChange: (view: InboxView) => void;
}

/** Between the cases and the approvals. */
export function ViewSwitch({ view, counts, onChange }: Props) {
  const t = useTranslations('approvals.views');
  return (
    <Tabs
      value={view}
      onChange={(value) => onChange(inboxViewSchema.parse(value))}
      className={classes.views}
    >
      <Tabs.List grow aria-label={t('label')}>
        {inboxViewSchema.options.map((value) => (
          <Tabs.Tab key={value} value={value}>
            {t(value)}{' '}
            <span className={classes.viewCount} data-some={counts[value] > 0}>
              {t('count', { count: counts[value] })}
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
