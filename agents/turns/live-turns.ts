import { findConversation } from '@/lib/db/conversations/conversations';
import type { Turn } from '@/lib/db/conversations/turns';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { subscribe } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import type { AnswerWriter } from './answer-writer';
import type { TurnHandle } from './turn-handle';
import type { TurnResult } from './turn-result';
import type { TurnStream } from './turn-stream';

/** Why a running turn was ended from outside. */
export type StopReason = 'stopped' | 'handed-off';

export interface LiveTurn {
  turnId: string;
  conversationId: string;
  stream: TurnStream;
  abort: AbortController;
  handle: TurnHandle;
  /** What it writes with, once it has begun to. */
  writer?: AnswerWriter;
  /** The graph has ended: what is left is to store it. */
  isSettled: boolean;
  /** When the last of its messages came, in milliseconds; 0 for a turn that was taken up later. */
  heardAt: number;
  /** How much its messages say, in characters. */
  heardLength: number;
  /** How often it began anew, with more messages. */
  startOvers: number;
  /** Another turn takes its place, or is about to; settled with what becomes of that one. */
  replaced?: PromiseWithResolvers<TurnResult>;
  /** The turn that was opened with its end, for the messages that waited. */
  next?: Turn;
}

interface Registry {
  byConversation: Map<string, LiveTurn>;
  /** Messages let in whose turn does not run yet. */
  arriving: number;
  /** By conversation, the last message that is being taken in: the next one comes after it. */
  arrivals: Map<string, Promise<unknown>>;
  /** Those who wait for a conversation's next turn. */
  watchers: Map<string, Set<() => void>>;
  isListening: Promise<unknown>;
}

function open(): Registry {
  const byConversation = new Map<string, LiveTurn>();
  const stop = (conversationId: string, reason: StopReason, turnId?: string) => {
    const live = byConversation.get(conversationId);
    if (live && (turnId ?? live.turnId) === live.turnId) live.abort.abort(reason);
  };
  // Once a person has the word, what the AI is writing must not go on. The news of a conversation
  // that was given back may come after the next turn has begun: that one answers.
  const stopIfTaken = async (conversationId: string) => {
    const turnId = byConversation.get(conversationId)?.turnId;
    if (!turnId) return;
    try {
      const conversation = await findConversation(conversationId);
      if (conversation?.ownerKind !== 'ai') stop(conversationId, 'handed-off', turnId);
    } catch (error) {
      log().warn({ event: 'owner-not-read', err: error }, 'the turn looks again when it is stored');
    }
  };
  const isListening = subscribe((event) => {
    if (event.type === 'turn-stop-requested') stop(event.conversationId, 'stopped', event.turnId);
    if (event.type === 'owner-changed') void stopIfTaken(event.conversationId);
  });
  const [arrivals, watchers] = [new Map(), new Map()];
  return { byConversation, arriving: 0, arrivals, watchers, isListening };
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

/**
 * Takes messages of one conversation in one after the other: the second finds the first one's turn
 * running. Other processes are kept in line by the database.
 */
export async function inOrderOfArrival<T>(
  conversationId: string,
  takeIn: () => Promise<T>,
): Promise<T> {
  const { arrivals } = registry();
  const before = arrivals.get(conversationId);
  const mine = before ? before.then(takeIn) : takeIn();
  const isOver = mine.then(
    () => undefined,
    () => undefined,
  );
  arrivals.set(conversationId, isOver);
  try {
    return await mine;
  } finally {
    if (arrivals.get(conversationId) === isOver) arrivals.delete(conversationId);
  }
}

/** Calls `look` whenever a turn of the conversation begins here, until the returned function is called. */
export function watchLiveTurns(conversationId: string, look: () => void): () => void {
  const { watchers } = registry();
  const ours = watchers.get(conversationId) ?? new Set();
  watchers.set(conversationId, ours.add(look));
  return () => {
    ours.delete(look);
    if (ours.size === 0 && watchers.get(conversationId) === ours) watchers.delete(conversationId);
  };
}

/** The turns that this process is running. */
export function listLiveTurnIds(): string[] {
  return [...registry().byConversation.values()].map(({ turnId }) => turnId);
}

/** Makes a turn known, so that it can be followed and stopped, until `removeLiveTurn`. */
export async function addLiveTurn(live: LiveTurn): Promise<void> {
  const { byConversation, isListening, watchers } = registry();
  byConversation.set(live.conversationId, live);
  for (const look of watchers.get(live.conversationId) ?? []) look();
  await isListening;
}

export function removeLiveTurn(live: LiveTurn): void {
  const { byConversation } = registry();
  if (byConversation.get(live.conversationId) === live) byConversation.delete(live.conversationId);
}
