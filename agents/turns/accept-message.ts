import { readConsent } from '@/agents/guards/consent-words';
import type { Principal } from '@/lib/auth/principal';
import { recordDecision } from '@/lib/db/actions/action-decisions';
import { listTurnActions } from '@/lib/db/actions/actions';
import { db, type Transaction } from '@/lib/db/client';
import { type Conversation, openOwnConversation } from '@/lib/db/conversations/conversations';
import { appendMessage } from '@/lib/db/conversations/messages';
import { queuedLength, queueLimit, queueMessage } from '@/lib/db/conversations/queued-messages';
import {
  createTurn,
  discardTurn,
  findOpenTurn,
  reopenTurn,
  type Turn,
} from '@/lib/db/conversations/turns';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { maxMessageLength } from '@/lib/shared/chat';
import { leavePausedTurn } from './leave-paused-turn';
import { takeUpWaiting } from './take-up-waiting';

interface NewMessage {
  principal: Principal;
  conversationId: string;
  message: { id: string; text: string };
  /** Whether a plain yes confirms what waits: not where no person saw its card. */
  mayConfirm?: boolean;
}

interface Accepted {
  conversation: Conversation;
  /** The turn that is to answer, and to be run by the caller; null when there is none to run. */
  turn: Turn | null;
  /** Another turn answers it, or has answered it: it waits for one, or was sent before. */
  isElsewhere: boolean;
}

/**
 * Stores a person's message and finds the turn that answers it, in one transaction: a new one, or
 * the one that waits for their consent when the message is a plain yes or no. While a turn runs,
 * the message waits for the next, unless the turn begins anew with it.
 * @param mayReplace whether this running turn may be discarded and begun anew.
 * @throws AppError `not_found`; `queue_full` when as many messages wait as may; `confirm_in_chat` for
 * a yes that may not confirm, which leaves everything as it is.
 */
export async function acceptMessage(
  input: NewMessage,
  mayReplace: (turnId: string) => boolean = () => false,
): Promise<Accepted> {
  const { principal, conversationId, message } = input;
  return await db().transaction(async (tx) => {
    const conversation = await openOwnConversation(tx, principal, conversationId, message.text);
    const { isNew } = await appendMessage(tx, {
      conversationId,
      id: message.id,
      role: 'user',
      authorId: principal.kind === 'guest' ? undefined : principal.id,
      parts: [{ type: 'text', text: message.text }],
    });
    const isAi = conversation.ownerKind === 'ai';
    if (!isNew || !isAi) return { conversation, turn: null, isElsewhere: isAi };
    const turn = await findTurn(tx, conversation, input, mayReplace);
    return { conversation, turn, isElsewhere: turn === null };
  });
}

/** The turn that answers a message just stored; null when the message waits for one. */
async function findTurn(
  tx: Transaction,
  conversation: Conversation,
  input: NewMessage,
  mayReplace: (turnId: string) => boolean,
): Promise<Turn | null> {
  const { conversationId, message } = input;
  const hasQueue = conversation.queuedCount > 0;
  const open = await findOpenTurn(tx, conversationId);
  if (open?.state === 'running') {
    const isReplaced = !hasQueue && mayReplace(open.id) && (await discardTurn(tx, open.id));
    if (isReplaced) return await openTurn(tx, input, open.answerId);
    await requireRoom(tx, conversation, message.text);
    await queueMessage(tx, conversationId, message.id);
    return null;
  }
  const decided = open && (await decideByWords(tx, open, input));
  if (decided) return decided;
  if (open) await leavePausedTurn(tx, open);
  if (!hasQueue) return await openTurn(tx, input);
  // Behind those that waited before it.
  await queueMessage(tx, conversationId, message.id);
  return await takeUpWaiting(tx, { ...conversation, queuedCount: conversation.queuedCount + 1 });
}

/** What waits is answered together, so it may be as long as one message, whatever its pieces. */
async function requireRoom(
  tx: Transaction,
  { id, queuedCount }: Conversation,
  text: string,
): Promise<void> {
  if (queuedCount === 0) return;
  const isFull = queuedCount >= queueLimit;
  if (isFull || (await queuedLength(tx, id)) + text.length > maxMessageLength) {
    throw new AppError('queue_full', { limit: queuedCount });
  }
}

async function openTurn(
  tx: Transaction,
  { conversationId, message }: NewMessage,
  answerId = newId(),
): Promise<Turn> {
  return await createTurn(tx, { id: newId(), userMessageId: message.id, answerId, conversationId });
}

/**
 * «Yes» and «no» answer the one action that waits, like its buttons. Any other message means that
 * the person moved on.
 */
async function decideByWords(
  tx: Transaction,
  open: Turn,
  { principal, conversationId, message, mayConfirm = true }: NewMessage,
): Promise<Turn | null> {
  const waiting = (await listTurnActions(tx, open.id)).filter(({ state }) => state === 'proposed');
  const consent = readConsent(message.text);
  const [action] = waiting;
  // Nor does the person move on with it: that would decline what was to be confirmed.
  if (action && consent === 'yes' && !mayConfirm) {
    throw new AppError('confirm_in_chat', { conversationId });
  }
  if (!consent || !action || waiting.length > 1) return null;
  const decision = consent === 'yes' ? 'approve' : 'decline';
  const decided = await recordDecision(tx, action, { decision, decidedBy: principal.id });
  return decided ? await reopenTurn(tx, open.id, newId()) : null;
}
