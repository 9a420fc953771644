import { Button, Group, Text, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { RequestError } from '@/app/_ui/request-json';
import { type Approval, type ApprovalDecision, maxNoteLength } from '@/lib/shared/actions';
import { decideApproval } from '../inbox-api';
import { ApprovalFields } from './approval-fields';
import classes from './approvals.module.css';

interface Props {
  approval: Approval;
  onBusy: (isBusy: boolean) => void;
  onDecided: (decision: ApprovalDecision['decision']) => Promise<void>;
  /** It waits no more: somebody else decided, it was withdrawn, or its time is over. */
  onGone: () => Promise<void>;
}

const goneCodes = new Set(['action_decided', 'action_expired', 'not_found']);

/** Approve or do not, after a look at what will happen; with a note to the person. */
export function DecisionForm({ approval, onBusy, onDecided, onGone }: Props) {
  const t = useTranslations('approvals');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState<ApprovalDecision['decision']>('approve');
  const [isAsking, setIsAsking] = useState(false);

  function ask(decision: ApprovalDecision['decision']) {
    setAsked(decision);
    setIsAsking(true);
  }

  async function decide(decision: ApprovalDecision['decision']) {
    onBusy(true);
    try {
      await decideApproval(approval.id, { decision, note: note.trim() || undefined });
      await onDecided(decision);
    } catch (error) {
      if (!(error instanceof RequestError && goneCodes.has(error.code))) throw error;
      await onGone();
    } finally {
      onBusy(false);
    }
  }

  return (
    <div>
      <Textarea
        label={t('note.label')}
        description={t('note.hint')}
        placeholder={t('note.placeholder')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={maxNoteLength}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="sm" mt="sm">
        <Button onClick={() => ask('approve')}>{t('approve')}</Button>
        <Button variant="default" onClick={() => ask('refuse')}>
          {t('refuse')}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        color={asked === 'approve' ? 'harbor' : 'red'}
        title={t(`confirm.${asked}.title`)}
        text={t(`confirm.${asked}.text`)}
        confirm={t(`confirm.${asked}.yes`)}
        onConfirm={() => decide(asked)}
        onClose={() => setIsAsking(false)}
      >
        <div className={classes.summary}>
          <Text fw={600} size="sm" mb="xs">
            {approval.title}
          </Text>
          <ApprovalFields fields={approval.fields} />
          {note.trim() ? (
            <Text size="sm" mt="xs" className={classes.note}>
              {t('confirm.note', { note: note.trim() })}
            </Text>
          ) : null}
        </div>
      </ConfirmDialog>
    </div>
  );
}
