'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isFailedUndo } from '@/lib/shared/actions';
import type { ActionCard } from '@/lib/shared/chat';
import { decideAction, undoAction } from './conversation-api';
import type { OwnCards } from './own-cards';
import { problemSentence } from './problem-sentence';

type State = ActionCard['state'];
type Act = 'approve' | 'decline' | 'undo';

/** What a person does with a card, and the state it is in as far as this page knows. */
export interface CardActs {
  state: State;
  /** What was asked for and not answered yet. */
  pending: Act | null;
  /** It is being taken back. */
  isUndoing: boolean;
  problem: string | null;
  decide: (decision: 'approve' | 'decline') => Promise<void>;
  undo: () => Promise<void>;
}

/**
 * The state of a card and the acts on it. What the server answers counts until the stored message
 * arrives and says the same, or something newer.
 */
export function useActionCard(card: ActionCard, own: OwnCards | undefined): CardActs {
  const t = useTranslations('chat.actions');
  const [answer, setAnswer] = useState<{ from: State; to: State } | null>(null);
  const [undoId, setUndoId] = useState<string | null>(null);
  const [pending, setPending] = useState<Act | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isAnswered = answer !== null && answer.from === card.state;
  const undoState = undoId === null ? undefined : own?.latestCard(undoId)?.state;

  async function run(act: Act, work: () => Promise<void>) {
    setPending(act);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemSentence(error) ?? t('unreachable'));
    } finally {
      setPending(null);
      own?.onDecided();
    }
  }

  return {
    state: isAnswered ? answer.to : card.state,
    pending,
    isUndoing: undoId !== null && card.state === 'done' && !isFailedUndo(undoState),
    problem,
    decide: (decision) =>
      run(decision, async () =>
        setAnswer({ from: card.state, to: await decideAction(card.actionId, decision) }),
      ),
    undo: () => run('undo', async () => setUndoId(await undoAction(card.actionId))),
  };
}
