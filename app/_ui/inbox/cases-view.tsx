import { Tabs } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Approval } from '@/lib/shared/actions';
import { CaseList } from './case-list';
import { CasePane } from './case-pane';
import classes from './inbox.module.css';
import type { InboxReader } from './inbox-reader';
import { StateFilter } from './state-filter';
import type { useInbox } from './use-inbox';
import type { useInboxAddress } from './use-inbox-address';
import { useSeen } from './use-seen';

interface Props {
  head: ReactNode;
  address: ReturnType<typeof useInboxAddress>;
  inbox: ReturnType<typeof useInbox>;
  approvals: Approval[];
  reader: InboxReader;
}

/** The cases of one state, and the chosen one. */
export function CasesView({ head, address, inbox, approvals, reader }: Props) {
  const t = useTranslations('inbox');
  const seen = useSeen();
  const { caseId } = address;
  return (
    <>
      <section className={classes.list} aria-label={t('list')}>
        <div className={classes.listHead}>
          {head}
          <StateFilter state={address.state} counts={inbox.counts} onChange={address.showState} />
        </div>
        <Tabs.Panel value="cases">
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
        </Tabs.Panel>
      </section>
      <section className={classes.detail} aria-label={t('conversation')}>
        {caseId ? (
          <CasePane
            key={caseId}
            caseId={caseId}
            version={inbox.versionOf(caseId)}
            reader={reader}
            approvals={approvals}
            onOpenApproval={address.openApproval}
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
    </>
  );
}
