import { phraseOutcome } from '@/agents/tools/phrase-outcome';
import { toActionCard } from '@/agents/tools/to-action-card';
import { refreshActionCards } from '@/agents/turns/refresh-action-cards';
import type { ActionRow } from '@/lib/db/actions/actions';
import type { Transaction } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import { appendMessage } from '@/lib/db/conversations/messages';
import { findTurn } from '@/lib/db/conversations/turns';
import type { StoredPart } from '@/lib/shared/chat';

/** Brings the cards of an action's turn to the state that its actions are in. */
export async function showOutcome(tx: Transaction, action: ActionRow): Promise<void> {
  const turn = await findTurn(action.turnId, tx);
  if (turn) await refreshActionCards(tx, turn);
}

/**
 * Shows what became of an action apart from its turn: its card everywhere, and a message of its
 * own, unless a person has the conversation, or there is nothing that its person does not know.
 * Told twice, it stands there once.
 */
export async function tellOutcome(tx: Transaction, action: ActionRow): Promise<void> {
  await showOutcome(tx, action);
  const text = phraseOutcome(action);
  if (text) await say(tx, action, text);
}

/** Adds a message about an action, with its card; nothing where a person has the conversation. */
export async function say(
  tx: Transaction,
  action: ActionRow,
  text: string,
  more: StoredPart[] = [],
): Promise<void> {
  const { id, conversationId, turnId, state, specialist, checks } = action;
  const conversation = await lockConversation(tx, conversationId);
  if (conversation?.ownerKind !== 'ai') return;
  await appendMessage(tx, {
    conversationId,
    id: `outcome-${id}-${state}-${checks}`,
    role: 'assistant',
    turnId,
    specialist: specialist ?? undefined,
    parts: [
      { type: 'text', text },
      { type: 'data-action', id, data: toActionCard(action) },
      ...more,
    ],
  });
}
