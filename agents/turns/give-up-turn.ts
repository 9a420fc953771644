import { db } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import { putTurnMessage } from '@/lib/db/conversations/messages';
import { deleteCheckpoint, leaveTurn, type Turn } from '@/lib/db/conversations/turns';
import { newId } from '@/lib/ids';
import { takeUpWaiting } from './take-up-waiting';

/**
 * Ends a turn that cannot be run to its end, and tells the person so.
 * @returns the turn that was opened for the messages that waited, or null.
 */
export async function giveUpTurn(turn: Turn): Promise<Turn | null> {
  const { conversationId } = turn;
  return await db().transaction(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    await putTurnMessage(tx, {
      conversationId,
      // A message of its own: what a paused turn had written before stays as it was.
      id: newId(),
      role: 'assistant',
      turnId: turn.id,
      parts: [{ type: 'data-notice', id: 'notice-failed', data: { code: 'failed' } }],
    });
    await leaveTurn(tx, turn, { state: 'failed', errorCode: 'turn_given_up' });
    await deleteCheckpoint(tx, turn.id);
    return conversation?.ownerKind === 'ai' ? await takeUpWaiting(tx, conversation) : null;
  });
}
