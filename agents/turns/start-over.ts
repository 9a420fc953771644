import { maxMessageLength } from '@/lib/shared/chat';
import { findLiveTurn, type LiveTurn } from './live-turns';
import type { TurnResult } from './turn-result';
import { TurnStream } from './turn-stream';

/** Messages that follow one another within so many milliseconds belong together. */
const burstMs = 2_000;
/** How often a turn begins anew at most: each time costs what the model had done. */
const mostStartOvers = 5;

/**
 * The turn that may begin anew with one more message, or null: it runs here, the message before
 * came a moment ago, and nothing was done or said that would have to be undone. What it stores
 * from then on is refused, and nobody is told so.
 */
export function claimStartOver(
  conversationId: string,
  turnId: string,
  text: string,
): LiveTurn | null {
  const live = findLiveTurn(conversationId);
  if (!live || live.turnId !== turnId || !mayStartOver(live, text)) return null;
  live.replaced = Promise.withResolvers<TurnResult>();
  // Whoever only reads the stream never waits for it.
  live.replaced.promise.catch(() => undefined);
  return live;
}

function mayStartOver(live: LiveTurn, text: string): boolean {
  const isBurst = Date.now() - live.heardAt < burstMs;
  const hasSaid = live.isSettled || (live.writer?.parts.length ?? 0) > 0;
  // Together they are no longer than one message may be.
  if (live.heardLength + text.length > maxMessageLength) return false;
  return isBurst && !hasSaid && !live.abort.signal.aborted && live.startOvers < mostStartOvers;
}

/**
 * Ends what was claimed, once another turn has taken its place in the database.
 * @returns the stream for that turn: the same, unless words are on it that must be taken back.
 */
export function replaceLiveTurn(live: LiveTurn): TurnStream {
  live.abort.abort('superseded');
  if (!live.writer || live.writer.text() === '') {
    live.writer?.silence();
    return live.stream;
  }
  live.stream.write({ type: 'data-superseded', data: {}, transient: true });
  live.stream.write({ type: 'abort', reason: 'superseded' });
  live.stream.close();
  return new TurnStream();
}

/** The turn goes on after all: what was to take its place could not be stored. */
export function releaseClaim(live: LiveTurn, error: unknown): void {
  const { replaced } = live;
  live.replaced = undefined;
  replaced?.reject(error);
}
