import { continueOrGiveUp } from '@/agents/run-turn';
import { adoptAbandonedTurns, listDecidedTurnIds } from '@/lib/db/conversations/turns';
import { log } from '@/lib/log';
import { giveUpTurn } from './give-up-turn';
import { listLiveTurnIds } from './live-turns';
import { resumeTurn } from './resume-turn';

const intervalMs = 5_000;
/** A turn that took so many processes down is given up. */
const maxAttempts = 3;

/**
 * Runs again, to their end, the turns whose process was killed or could not store them, and goes
 * on with those whose questions are decided but that nobody woke.
 */
export async function recoverTurns(): Promise<void> {
  for (const turn of await adoptAbandonedTurns(listLiveTurnIds())) {
    log().warn({ event: 'turn-recovered', turnId: turn.id, attempt: turn.attempt });
    const next = turn.attempt <= maxAttempts ? turn : await giveUpTurn(turn);
    if (next) await continueOrGiveUp(next);
  }
  for (const turnId of await listDecidedTurnIds()) await resumeTurn(turnId);
}

/** Looks for such turns now and from time to time, until the returned function is called. */
export function keepRecovering(): () => void {
  const look = () =>
    recoverTurns().catch((error: unknown) =>
      log().error({ event: 'turn-recovery-failed', err: error }),
    );
  void look();
  const timer = setInterval(look, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
