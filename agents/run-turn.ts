import { findParticipant } from '@/lib/auth/participant';
import type { Principal } from '@/lib/auth/principal';
import { type Conversation, requireConversation } from '@/lib/db/conversations';
import type { Turn } from '@/lib/db/turns';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { acceptMessage } from './turns/accept-message';
import { executeTurn } from './turns/execute-turn';
import {
  addLiveTurn,
  admitTurn,
  findLiveTurn,
  type LiveTurn,
  removeLiveTurn,
} from './turns/live-turns';
import type { TurnResult } from './turns/turn-result';
import { TurnStream } from './turns/turn-stream';

/** A message that was taken: follow it as a stream, or wait for what becomes of it. */
export interface TurnHandle {
  /** The UI message stream from its beginning; every call gives another reader. */
  read: () => ReadableStream<Uint8Array>;
  /** Rejects only when the outcome could not be stored. */
  result: Promise<TurnResult>;
}

/**
 * The one door from a message to an answer. Stores the message, then answers it apart from the
 * caller: a caller that goes away stops nothing.
 * @throws AppError `busy` when too many turns run, `turn_running` when this conversation has one,
 * `not_found` when the conversation is somebody else's.
 */
export async function startTurn(input: {
  principal: Principal;
  conversationId: string;
  message: { id: string; text: string };
}): Promise<TurnHandle> {
  const { principal, conversationId } = input;
  if (findLiveTurn(conversationId)) throw new AppError('turn_running');
  const arrived = admitTurn();
  try {
    const accepted = await acceptMessage(input);
    if (accepted.turn) return run({ ...accepted, turn: accepted.turn, principal });
    return silent(conversationId);
  } finally {
    arrived();
  }
}

/** Goes on with a turn that waited for consent, or whose process was killed. */
export async function continueTurn(turn: Turn): Promise<TurnHandle | null> {
  const conversation = await requireConversation(turn.conversationId);
  const principal = await findParticipant(conversation);
  return principal && run({ turn, conversation, principal });
}

function run(task: { turn: Turn; conversation: Conversation; principal: Principal }): TurnHandle {
  const { turn, principal } = task;
  const stream = new TurnStream();
  const live: LiveTurn = {
    turnId: turn.id,
    conversationId: turn.conversationId,
    stream,
    abort: new AbortController(),
  };
  const result = addLiveTurn(live)
    .then(() => executeTurn({ ...task, live }))
    .catch((error: unknown) => {
      log().error({ event: 'turn-not-stored', turnId: turn.id, err: error });
      const fault = new AppError('unavailable', { part: 'database' }, { cause: error });
      stream.write({ type: 'error', errorText: fault.sentence(principal.locale) });
      throw fault;
    })
    .finally(() => {
      stream.write({ type: 'finish' });
      stream.close();
      removeLiveTurn(live);
    });
  // Whoever only reads the stream never looks at the result.
  result.catch(() => undefined);
  return { read: () => stream.read(), result };
}

/** A person has the conversation: the message is stored for them, and the AI says nothing. */
function silent(conversationId: string): TurnHandle {
  const stream = new TurnStream();
  stream.write({ type: 'start' });
  stream.write({ type: 'finish' });
  stream.close();
  const result: TurnResult = {
    conversationId,
    turnId: null,
    state: 'silent',
    agent: null,
    answer: '',
    citations: [],
    actions: [],
    escalated: false,
  };
  return { read: () => stream.read(), result: Promise.resolve(result) };
}
