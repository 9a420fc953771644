import { Tabs } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import classes from '../inbox.module.css';
import type { InboxReader } from '../inbox-reader';
import type { useInboxAddress } from '../use-inbox-address';
import { ApprovalList } from './approval-list';
import { ApprovalPane } from './approval-pane';
import type { useApprovals } from './use-approvals';

interface Props {
  head: ReactNode;
  address: ReturnType<typeof useInboxAddress>;
  approvals: ReturnType<typeof useApprovals>;
  reader: InboxReader;
}

/** What waits for an operator, and the chosen one. */
export function ApprovalsView({ head, address, approvals, reader }: Props) {
  const t = useTranslations('approvals');
  const { approvalId } = address;
  const { items, fault, refresh } = approvals;
  return (
    <>
      <section className={classes.list} aria-label={t('title')}>
        <div className={classes.listHead}>{head}</div>
        <Tabs.Panel value="approvals">
          <ApprovalList
            items={items}
            fault={fault}
            selectedId={approvalId}
            onOpen={address.openApproval}
            onRetry={refresh}
          />
        </Tabs.Panel>
      </section>
      <section className={classes.detail} aria-label={t('detail')}>
        {approvalId ? (
          <ApprovalPane
            key={approvalId}
            id={approvalId}
            approval={items.find(({ id }) => id === approvalId)}
            reader={reader}
            onBack={address.closeApproval}
            onOpenCase={address.openCase}
            onDecided={refresh}
          />
        ) : (
          <div className={classes.nothing}>
            <EmptyState
              icon={<IconChecklist size={32} stroke={1.4} />}
              title={t('pickOne.title')}
              text={t('pickOne.text')}
            />
          </div>
        )}
      </section>
    </>
  );
}
