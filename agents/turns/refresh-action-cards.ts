import { toActionCard } from '@/agents/tools/to-action-card';
import { listTurnActions } from '@/lib/db/actions/actions';
import type { Transaction } from '@/lib/db/client';
import { listTurnMessages, putTurnMessage, storedParts } from '@/lib/db/conversations/messages';
import type { Turn } from '@/lib/db/conversations/turns';
import type { StoredPart } from '@/lib/shared/chat';

/** Brings the action cards in a turn's stored messages to the state that their actions are in. */
export async function refreshActionCards(tx: Transaction, turn: Turn): Promise<void> {
  const actions = await listTurnActions(tx, turn.id);
  if (actions.length === 0) return;
  const cards = new Map(actions.map((action) => [action.id, toActionCard(action)]));
  const refresh = (part: StoredPart): StoredPart => {
    const card = part.type === 'data-action' ? cards.get(part.id) : undefined;
    return card ? { type: 'data-action', id: card.actionId, data: card } : part;
  };
  for (const row of await listTurnMessages(tx, turn.conversationId, turn.id)) {
    const parts = storedParts(row);
    const fresh = parts.map(refresh);
    if (JSON.stringify(fresh) === JSON.stringify(parts)) continue;
    const { conversationId, id, specialist } = row;
    const message = {
      conversationId,
      id,
      role: 'assistant',
      turnId: turn.id,
      parts: fresh,
    } as const;
    await putTurnMessage(tx, { ...message, specialist: specialist ?? undefined });
  }
}
