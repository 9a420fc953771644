import type { Principal } from '@/lib/auth/principal';
import { declineTurnActions } from '@/lib/db/actions';
import { db, type Transaction } from '@/lib/db/client';
import { type Conversation, openOwnConversation } from '@/lib/db/conversations';
import { appendMessage } from '@/lib/db/messages';
import { abandonPausedTurn, createTurn, findOpenTurn, type Turn } from '@/lib/db/turns';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';

interface Accepted {
  conversation: Conversation;
  /** The turn that is to answer; null when a person has the conversation, or the message is a resend. */
  turn: Turn | null;
}

/**
 * Stores a person's message and opens the turn that answers it, in one transaction. A message
 * that is sent while an action waits for consent declines that action: the person moved on.
 * @throws AppError `turn_running` while another turn is being answered, `not_found`
 */
export async function acceptMessage(input: {
  principal: Principal;
  conversationId: string;
  message: { id: string; text: string };
}): Promise<Accepted> {
  const { principal, conversationId, message } = input;
  return await db().transaction(async (tx) => {
    const conversation = await openOwnConversation(tx, principal, conversationId, message.text);
    const isByAi = conversation.ownerKind === 'ai';
    if (isByAi) await makeRoom(tx, conversationId);
    const { isNew } = await appendMessage(tx, {
      conversationId,
      id: message.id,
      role: 'user',
      authorId: principal.kind === 'guest' ? undefined : principal.id,
      parts: [{ type: 'text', text: message.text }],
    });
    if (!isNew || !isByAi) return { conversation, turn: null };
    const turn = { id: newId(), conversationId, userMessageId: message.id, answerId: newId() };
    return { conversation, turn: await createTurn(tx, turn) };
  });
}

async function makeRoom(tx: Transaction, conversationId: string): Promise<void> {
  const open = await findOpenTurn(tx, conversationId);
  if (!open) return;
  if (open.state === 'running') throw new AppError('turn_running');
  await declineTurnActions(tx, open.id);
  await abandonPausedTurn(tx, open);
}
