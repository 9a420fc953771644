'use client';
import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionCard } from '@/lib/shared/chat';
import classes from './action-card.module.css';
import { decideAction } from './conversation-api';
import { problemSentence } from './problem-sentence';

interface Props {
  card: ActionCard;
  /** The action was decided: what follows comes as a stream. Without it, nothing can be decided. */
  onDecided?: () => void;
}

/** What the assistant would do, to be confirmed or cancelled; afterwards, what came of it. */
export function ActionCardView({ card, onDecided }: Props) {
  const t = useTranslations('chat.actions');
  const [decided, setDecided] = useState<ActionCard['state'] | null>(null);
  const [pending, setPending] = useState<'approve' | 'decline' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const state = card.state === 'proposed' ? (decided ?? card.state) : card.state;

  async function decide(decision: 'approve' | 'decline') {
    setPending(decision);
    setProblem(null);
    try {
      setDecided(await decideAction(card.actionId, decision));
    } catch (error) {
      setProblem(problemSentence(error) ?? t('unreachable'));
    } finally {
      setPending(null);
      onDecided?.();
    }
  }

  return (
    <section className={classes.card} aria-label={card.title}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <Text fw={600}>{card.title}</Text>
        <span className={classes.state} data-state={state} role="status">
          {t(`states.${state}`)}
        </span>
      </Group>
      <dl className={classes.fields}>
        {card.fields.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {card.outcome ? <Text size="sm">{card.outcome}</Text> : null}
      {problem ? (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      ) : null}
      {state === 'proposed' && onDecided ? (
        <Group gap="xs" mt="sm">
          <Button
            size="sm"
            loading={pending === 'approve'}
            disabled={pending !== null}
            onClick={() => decide('approve')}
          >
            {t('confirm')}
          </Button>
          <Button
            size="sm"
            variant="default"
            loading={pending === 'decline'}
            disabled={pending !== null}
            onClick={() => decide('decline')}
          >
            {t('cancel')}
          </Button>
        </Group>
      ) : null}
    </section>
  );
}
