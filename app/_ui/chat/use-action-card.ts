'use client';
import { useState } from 'react';
import { useSubmit } from '@/app/_ui/use-submit';
import { isFailedUndo } from '@/lib/shared/actions';
import type { ActionCard } from '@/lib/shared/chat';
import { decideAction, undoAction } from './conversation-api';
import type { OwnCards } from './own-cards';

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
  const { submit, isBusy, problem } = useSubmit();
  const [answer, setAnswer] = useState<{ from: State; to: State } | null>(null);
  const [undoId, setUndoId] = useState<string | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const isAnswered = answer !== null && answer.from === card.state;
  const undoState = undoId === null ? undefined : own?.latestCard(undoId)?.state;

  async function run(asked: Act, work: () => Promise<void>) {
    setAct(asked);
    await submit(work);
    own?.onDecided();
  }

  return {
    state: isAnswered ? answer.to : card.state,
    pending: isBusy ? act : null,
    isUndoing: undoId !== null && card.state === 'done' && !isFailedUndo(undoState),
    problem,
    decide: (decision) =>
      run(decision, async () =>
        setAnswer({ from: card.state, to: await decideAction(card.actionId, decision) }),
      ),
    undo: () => run('undo', async () => setUndoId(await undoAction(card.actionId))),
  };
}
