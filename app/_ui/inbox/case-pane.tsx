import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useStickToBottom } from '@/app/_ui/chat/use-stick-to-bottom';
import { problemSentence } from '@/app/_ui/problem-sentence';
import { StaffThread } from '@/app/_ui/staff-thread';
import type { Approval } from '@/lib/shared/actions';
import type { CaseFilter } from '@/lib/shared/inbox';
import { CaseApprovals } from './approvals/case-approvals';
import { CaseFooter } from './case-footer';
import { CaseHeader } from './case-header';
import classes from './inbox.module.css';
import { handBack, takeCase } from './inbox-api';
import type { InboxReader } from './inbox-reader';
import { useCase } from './use-case';

interface Props {
  caseId: string;
  /** Changes whenever the case should be fetched again. */
  version: number;
  reader: InboxReader;
  /** What waits for an operator, in this conversation and others. */
  approvals: Approval[];
  onOpenApproval: (approvalId: string) => void;
  onBack: () => void;
  /** The reader's own act has moved the case to another list. */
  onMoved: (state: CaseFilter) => void;
  onSeen: (caseId: string, seq: number) => void;
}

/** One case: what it is about, the conversation, and what the reader can do. */
export function CasePane({ caseId, version, reader, onBack, onMoved, onSeen, ...waiting }: Props) {
  const t = useTranslations('inbox');
  const { detail, fault, refresh, showEarlier } = useCase(caseId, version);
  const [problem, setProblem] = useState<unknown>(null);
  const lastSeq = detail?.messages.at(-1)?.metadata?.seq ?? 0;
  const { frame, content } = useStickToBottom();

  useEffect(() => {
    if (lastSeq > 0) onSeen(caseId, lastSeq);
  }, [caseId, lastSeq, onSeen]);

  async function act(change: (id: string) => Promise<void>, next: CaseFilter) {
    setProblem(null);
    try {
      await change(caseId);
      onMoved(next);
    } catch (error) {
      setProblem(error);
    }
    await refresh();
  }

  function retry() {
    setProblem(null);
    void refresh();
  }

  const shownFault = problem ?? fault;
  return (
    <>
      {detail ? (
        <CaseHeader
          detail={detail}
          reader={reader}
          onBack={onBack}
          onHandBack={() => act(handBack, 'closed')}
        />
      ) : null}
      {shownFault ? (
        <Alert color="red" variant="light" m="sm" role="alert">
          <Group justify="space-between">
            {problemSentence(shownFault) ?? t('failed')}
            <Button size="xs" variant="default" onClick={retry}>
              {t('retry')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {detail ? (
        <CaseApprovals
          approvals={waiting.approvals.filter(
            ({ conversationId }) => conversationId === detail.case.conversationId,
          )}
          onOpen={waiting.onOpenApproval}
        />
      ) : null}
      <div ref={frame} className={classes.thread}>
        <div ref={content}>
          {detail?.hasEarlier ? (
            <Button variant="subtle" size="xs" mx="auto" display="block" onClick={showEarlier}>
              {t('earlier')}
            </Button>
          ) : null}
          {detail ? <StaffThread messages={detail.messages} /> : null}
          {detail || fault ? null : <Skeleton h="8rem" />}
        </div>
      </div>
      {detail ? (
        <CaseFooter detail={detail} onTake={() => act(takeCase, 'assigned')} onSent={refresh} />
      ) : null}
    </>
  );
}
