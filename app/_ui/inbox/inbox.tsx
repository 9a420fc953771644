'use client';
import { Text, VisuallyHidden } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import { CaseList } from './case-list';
import { CasePane } from './case-pane';
import classes from './inbox.module.css';
import type { InboxReader } from './inbox-reader';
import { StateFilter } from './state-filter';
import { type LoadedInbox, useInbox } from './use-inbox';
import { useInboxAddress } from './use-inbox-address';
import { useSeen } from './use-seen';

interface Props {
  reader: InboxReader;
  initial: LoadedInbox;
}

/** Cases on one side, the chosen one on the other; narrow screens show one at a time. */
export function Inbox({ reader, initial }: Props) {
  const t = useTranslations('inbox');
  const address = useInboxAddress();
  const inbox = useInbox(address.state, initial);
  const seen = useSeen();
  const { caseId } = address;
  return (
    <div className={classes.inbox} data-detail={caseId !== null}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <section className={classes.list} aria-label={t('list')}>
        <StateFilter state={address.state} counts={inbox.counts} onChange={address.showState} />
        {inbox.isOnline ? null : (
          <Text size="xs" c="dimmed" px="sm" pb="xs" role="status">
            {t('offline')}
          </Text>
        )}
        <CaseList
          state={address.state}
          cases={inbox.cases}
          fault={inbox.fault}
          selectedId={caseId}
          readerId={reader.id}
          isUnread={seen.isUnread}
          onOpen={address.openCase}
          onRetry={inbox.retry}
        />
      </section>
      <section className={classes.detail} aria-label={t('conversation')}>
        {caseId ? (
          <CasePane
            key={caseId}
            caseId={caseId}
            version={inbox.versionOf(caseId)}
            reader={reader}
            onBack={address.closeCase}
            onMoved={address.followCase}
            onSeen={seen.markSeen}
          />
        ) : (
          <div className={classes.nothing}>
            <EmptyState
              icon={<IconInbox size={32} stroke={1.4} />}
              title={t('pickOne.title')}
              text={t('pickOne.text')}
            />
          </div>
        )}
      </section>
    </div>
  );
}
