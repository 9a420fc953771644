import { continueOrGiveUp } from '@/agents/run-turn';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { lockOwnConversation } from '@/lib/db/conversations/conversations';
import { findMessage } from '@/lib/db/conversations/messages';
import { findOpenTurn } from '@/lib/db/conversations/turns';
import { notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { leavePausedTurn } from './leave-paused-turn';
import { takeUpWaiting } from './take-up-waiting';

/**
 * Has a waiting message answered at once: the turn before it is stopped, and the next one takes up
 * all that waits. A message that waits no more is left to the turn that has it.
 * @throws AppError `not_found`
 */
export async function sendNow(
  principal: Principal,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const next = await db().transaction(async (tx) => {
    const conversation = await lockOwnConversation(tx, principal, conversationId);
    const message = await findMessage(tx, conversationId, messageId);
    if (message?.role !== 'user') throw notFound();
    if (!message.isQueued) return null;
    const open = await findOpenTurn(tx, conversationId);
    if (open?.state === 'running') {
      await publish(tx, { type: 'turn-stop-requested', conversationId, turnId: open.id });
      return null;
    }
    if (open) await leavePausedTurn(tx, open);
    return await takeUpWaiting(tx, conversation);
  });
  if (next) await continueOrGiveUp(next);
}
