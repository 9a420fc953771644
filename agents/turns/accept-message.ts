import { readConsent } from '@/agents/guards/consent-words';
import type { Principal } from '@/lib/auth/principal';
import { declineTurnActions, listTurnActions, recordDecision } from '@/lib/db/actions';
import { db, type Transaction } from '@/lib/db/client';
import { type Conversation, openOwnConversation } from '@/lib/db/conversations';
import { appendMessage } from '@/lib/db/messages';
import { abandonPausedTurn, createTurn, findOpenTurn, reopenTurn, type Turn } from '@/lib/db/turns';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { refreshActionCards } from './refresh-action-cards';

interface NewMessage {
  principal: Principal;
  conversationId: string;
  message: { id: string; text: string };
}

interface Accepted {
  conversation: Conversation;
  /** The turn that is to answer; null when a person has the conversation, or the message is a resend. */
  turn: Turn | null;
}

/**
 * Stores a person's message and finds the turn that answers it, in one transaction: a new one, or
 * the one that waits for their consent when the message is a plain yes or no.
 * @throws AppError `turn_running` while another turn is being answered, `not_found`
 */
export async function acceptMessage(input: NewMessage): Promise<Accepted> {
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
    if (!isNew || conversation.ownerKind !== 'ai') return { conversation, turn: null };
    const open = await findOpenTurn(tx, conversationId);
    if (open?.state === 'running') throw new AppError('turn_running');
    const decided = open && (await decideByWords(tx, open, input));
    return { conversation, turn: decided ?? (await openTurn(tx, input)) };
  });
}

async function openTurn(tx: Transaction, { conversationId, message }: NewMessage): Promise<Turn> {
  const ids = { id: newId(), userMessageId: message.id, answerId: newId() };
  return await createTurn(tx, { ...ids, conversationId });
}

/**
 * «Yes» and «no» answer the one action that waits, like its buttons. Any other message means that
 * the person moved on: what waits is declined, and the message gets a turn of its own.
 */
async function decideByWords(
  tx: Transaction,
  open: Turn,
  { principal, message }: NewMessage,
): Promise<Turn | null> {
  const waiting = (await listTurnActions(tx, open.id)).filter(({ state }) => state === 'proposed');
  const consent = readConsent(message.text);
  const [action] = waiting;
  if (consent && action && waiting.length === 1) {
    const state = consent === 'yes' ? 'approved' : 'declined';
    const decided = await recordDecision(tx, { id: action.id, state, decidedBy: principal.id });
    if (decided) return await reopenTurn(tx, open.id, newId());
  }
  await declineTurnActions(tx, open.id);
  await refreshActionCards(tx, open);
  await abandonPausedTurn(tx, open);
  return null;
}
