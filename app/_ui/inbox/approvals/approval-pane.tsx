import { ActionIcon, Alert } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Approval, ApprovalDecision } from '@/lib/shared/actions';
import classes from '../inbox.module.css';
import type { InboxReader } from '../inbox-reader';
import { ApprovalFacts } from './approval-facts';
import { ApprovalHeader } from './approval-header';
import { DecisionForm } from './decision-form';
import { DecisionNote } from './decision-note';

interface Props {
  id: string;
  /** Undefined when it waits no more, or never was the reader's to decide. */
  approval: Approval | undefined;
  reader: InboxReader;
  onBack: () => void;
  onOpenCase: (caseId: string) => void;
  onDecided: () => Promise<void>;
}

/** One approval: what would be done for whom, and the decision. */
export function ApprovalPane({ id, approval, reader, onBack, onOpenCase, onDecided }: Props) {
  const t = useTranslations('approvals');
  // What the reader looks at stays in sight when somebody else decides about it.
  const [last, setLast] = useState(approval);
  const [isDeciding, setIsDeciding] = useState(false);
  const [decision, setDecision] = useState<ApprovalDecision['decision'] | null>(null);
  if (approval && approval !== last) setLast(approval);

  if (!last) {
    return (
      <div className={classes.nothing}>
        <BackButton onBack={onBack} />
        <EmptyState icon={null} title={t('gone.title')} text={t('gone.text')} />
      </div>
    );
  }
  const isGone = !approval && !isDeciding;
  return (
    <>
      <ApprovalHeader
        approval={last}
        isOpen={!decision && !isGone}
        back={<BackButton onBack={onBack} />}
      />
      <div className={classes.thread}>
        <ApprovalFacts approval={last} reader={reader} onOpenCase={onOpenCase} />
      </div>
      <footer className={classes.footer}>
        {decision ? <DecisionNote text={t(`decided.${decision}`)} /> : null}
        {!decision && isGone ? (
          <Alert color="gray" variant="light" role="status" title={t('gone.title')}>
            {t('gone.text')}
          </Alert>
        ) : null}
        {!decision && !isGone && last.isOwn ? (
          <Alert color="gray" variant="light">
            {t('own')}
          </Alert>
        ) : null}
        {decision || isGone || last.isOwn ? null : (
          <DecisionForm
            key={id}
            approval={last}
            onBusy={setIsDeciding}
            onDecided={async (made) => {
              setDecision(made);
              await onDecided();
            }}
            onGone={onDecided}
          />
        )}
      </footer>
    </>
  );
}

function BackButton({ onBack }: Pick<Props, 'onBack'>) {
  const t = useTranslations('inbox');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('back')}
      hiddenFrom="sm"
      onClick={onBack}
    >
      <IconArrowLeft size={18} />
    </ActionIcon>
  );
}
