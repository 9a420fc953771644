import { continueTurn } from '@/agents/run-turn';
import { db } from '@/lib/db/client';
import { reopenTurn } from '@/lib/db/conversations/turns';
import type { TurnHandle } from './turn-handle';

/**
 * Goes on with a turn whose question the person has answered. Null when it does not wait (any
 * more): a second click, or a turn that was given up, changes nothing.
 */
export async function resumeTurn(turnId: string): Promise<TurnHandle | null> {
  const turn = await db().transaction((tx) => reopenTurn(tx, turnId));
  return turn && (await continueTurn(turn));
}
