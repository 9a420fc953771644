import { db, type Transaction } from '@/lib/db/client';
import { type Conversation, lockConversation } from '@/lib/db/conversations/conversations';
import { putTurnMessage } from '@/lib/db/conversations/messages';
import { appendSteps } from '@/lib/db/conversations/steps';
import { isFirstRun, type TurnState } from '@/lib/db/conversations/turns';
import { storeModelCalls } from '@/lib/models/record-model-call';
import type { Execution } from './execution';
import { refreshActionCards } from './refresh-action-cards';
import { takeUpWaiting } from './take-up-waiting';
import type { TurnResult } from './turn-result';

/**
 * Stores what a turn wrote and did, and whatever `settle` adds, in one transaction. The AI must
 * own the conversation in it: when a person has taken it meanwhile, the words are dropped. With a
 * turn's end, the next one is opened for the messages that waited for it.
 * @returns the outcome, `handed-off` when the words were dropped.
 */
export async function storeTurn(
  { turn, live, writer, scope }: Execution,
  state: Exclude<TurnState, 'running'>,
  settle: (tx: Transaction, conversation: Conversation | null) => Promise<void>,
): Promise<TurnResult> {
  const { conversationId } = turn;
  const { isOurs, next } = await db().transaction(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const own = conversation?.ownerKind === 'ai' ? conversation : null;
    if (own && writer.parts.length > 0) {
      await putTurnMessage(tx, {
        conversationId,
        id: turn.answerId,
        role: 'assistant',
        turnId: turn.id,
        specialist: scope.specialist,
        parts: writer.parts,
      });
    }
    if (!isFirstRun(turn)) await refreshActionCards(tx, turn);
    await settle(tx, own);
    await appendSteps(tx, turn.id, scope.steps);
    await storeModelCalls(tx, scope.modelCalls);
    // With an escalation, what waited is with the people already.
    const goesOn = own !== null && state !== 'awaiting-approval' && !scope.escalation;
    return { isOurs: own !== null, next: goesOn ? await takeUpWaiting(tx, own) : null };
  });
  live.next = next ?? undefined;
  const { parts } = writer;
  return {
    conversationId,
    turnId: turn.id,
    state: isOurs ? state : 'handed-off',
    agent: scope.specialist ?? null,
    answer: writer.text(),
    citations: parts.flatMap((part) => (part.type === 'data-citations' ? part.data.items : [])),
    actions: parts.flatMap((part) => (part.type === 'data-action' ? [part.data] : [])),
    escalated: scope.escalation !== undefined,
  };
}
