import { declineTurnActions } from '@/lib/db/actions/action-decisions';
import type { Transaction } from '@/lib/db/client';
import { abandonPausedTurn, type Turn } from '@/lib/db/conversations/turns';
import { refreshActionCards } from './refresh-action-cards';

/** Ends a turn that waits for consent because its person moved on: what it proposed is declined. */
export async function leavePausedTurn(tx: Transaction, turn: Turn): Promise<void> {
  await declineTurnActions(tx, turn.id);
  await refreshActionCards(tx, turn);
  await abandonPausedTurn(tx, turn);
}
