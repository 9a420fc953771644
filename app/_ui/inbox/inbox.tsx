'use client';
import { Tabs, Text, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Approval } from '@/lib/shared/actions';
import { inboxViewSchema } from '@/lib/shared/inbox';
import { ApprovalsView } from './approvals/approvals-view';
import { useApprovals } from './approvals/use-approvals';
import { CasesView } from './cases-view';
import classes from './inbox.module.css';
import type { InboxReader } from './inbox-reader';
import { type LoadedInbox, useInbox } from './use-inbox';
import { useInboxAddress } from './use-inbox-address';
import { useInboxEvents } from './use-inbox-events';
import { ViewSwitch } from './view-switch';

interface Props {
  reader: InboxReader;
  initial: LoadedInbox;
  approvals: Approval[];
}

/** Cases and approvals: a list on one side, the chosen one on the other; one at a time on phones. */
export function Inbox({ reader, initial, approvals: initialApprovals }: Props) {
  const t = useTranslations('inbox');
  const address = useInboxAddress();
  const inbox = useInbox(address.state, initial);
  const approvals = useApprovals(initialApprovals, reader.mayDecide);
  const isOnline = useInboxEvents({
    onConnect: () => {
      inbox.onConnect();
      void approvals.refresh();
    },
    onCase: (caseId) => {
      inbox.onCaseChanged(caseId);
      // It may be the case of what waits for approval.
      if (approvals.items.length > 0) void approvals.refresh();
    },
    onApproval: () => void approvals.refresh(),
  });
  const counts = { cases: inbox.counts.open, approvals: approvals.items.length };
  const head = (
    <>
      {reader.mayDecide ? <ViewSwitch counts={counts} /> : null}
      {isOnline ? null : (
        <Text size="xs" c="dimmed" px="sm" py="xs" role="status">
          {t('offline')}
        </Text>
      )}
    </>
  );
  const view = reader.mayDecide ? address.view : 'cases';
  const isDetail = address.caseId !== null || address.approvalId !== null;
  return (
    <Tabs
      className={classes.inbox}
      data-detail={isDetail}
      value={view}
      onChange={(next) => address.showView(inboxViewSchema.parse(next))}
    >
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      {view === 'approvals' ? (
        <ApprovalsView head={head} address={address} approvals={approvals} reader={reader} />
      ) : (
        <CasesView
          head={head}
          address={address}
          inbox={inbox}
          approvals={approvals.items}
          reader={reader}
        />
      )}
    </Tabs>
  );
}
