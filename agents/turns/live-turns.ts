import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { subscribe } from '@/lib/events/bus';
import { processGlobal } from '@/lib/process-global';
import type { TurnStream } from './turn-stream';

/** Why a running turn was ended from outside. */
export type StopReason = 'stopped' | 'handed-off';

export interface LiveTurn {
  turnId: string;
  conversationId: string;
  stream: TurnStream;
  abort: AbortController;
}

interface Registry {
  byConversation: Map<string, LiveTurn>;
  /** Messages let in whose turn does not run yet. */
  arriving: number;
  isListening: Promise<unknown>;
}

function open(): Registry {
  const byConversation = new Map<string, LiveTurn>();
  const stop = (conversationId: string, reason: StopReason) =>
    byConversation.get(conversationId)?.abort.abort(reason);
  const isListening = subscribe((event) => {
    if (event.type === 'turn-stop-requested') stop(event.conversationId, 'stopped');
    // A new owner means that a person has the word: what the AI is writing must not go on.
    if (event.type === 'owner-changed') stop(event.conversationId, 'handed-off');
  });
  return { byConversation, arriving: 0, isListening };
}

const registry = () => processGlobal('live-turns', open);

/** The turns that this process is running, by conversation. */
export function findLiveTurn(conversationId: string): LiveTurn | undefined {
  return registry().byConversation.get(conversationId);
}

/**
 * Lets one more message in, and counts it until its turn runs or there is none: whoever calls it
 * calls the returned function then.
 * @throws AppError `busy` when as many turns run or arrive as may at once.
 */
export function admitTurn(): () => void {
  const desk = registry();
  if (desk.byConversation.size + desk.arriving >= env().MAX_TURNS) throw new AppError('busy');
  desk.arriving += 1;
  return () => {
    desk.arriving -= 1;
  };
}

/** The turns that this process is running. */
export function listLiveTurnIds(): string[] {
  return [...registry().byConversation.values()].map(({ turnId }) => turnId);
}

/** Makes a turn known, so that it can be followed and stopped, until `removeLiveTurn`. */
export async function addLiveTurn(live: LiveTurn): Promise<void> {
  const { byConversation, isListening } = registry();
  byConversation.set(live.conversationId, live);
  await isListening;
}

export function removeLiveTurn(live: LiveTurn): void {
  const { byConversation } = registry();
  if (byConversation.get(live.conversationId) === live) byConversation.delete(live.conversationId);
}
