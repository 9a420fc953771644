import { findParticipant } from '@/lib/auth/participant';
import type { Principal } from '@/lib/auth/principal';
import { type Conversation, requireConversation } from '@/lib/db/conversations/conversations';
import type { Turn } from '@/lib/db/conversations/turns';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { acceptMessage } from './turns/accept-message';
import { executeTurn } from './turns/execute-turn';
import { followWaiting } from './turns/follow-waiting';
import { giveUpTurn } from './turns/give-up-turn';
import {
  addLiveTurn,
  admitTurn,
  findLiveTurn,
  inOrderOfArrival,
  type LiveTurn,
  removeLiveTurn,
} from './turns/live-turns';
import { silentTurn } from './turns/silent-turn';
import { claimStartOver, releaseClaim, replaceLiveTurn } from './turns/start-over';
import type { TurnHandle } from './turns/turn-handle';
import type { TurnResult } from './turns/turn-result';
import { TurnStream } from './turns/turn-stream';

interface NewMessage {
  principal: Principal;
  conversationId: string;
  message: { id: string; text: string };
  /** Whether a plain yes confirms what waits: not where no person saw its card. */
  mayConfirm?: boolean;
}

/**
 * The one door from a message to an answer. Stores the message, then answers it apart from the
 * caller: a caller that goes away stops nothing. While a turn runs, the message waits for the next
 * one, which answers all that wait; one of several sent in a row makes a turn begin anew with it.
 * @throws AppError `busy` when too many turns run, `queue_full` when too many messages wait,
 * `not_found` when the conversation is somebody else's, `confirm_in_chat` for a yes that may not
 * confirm.
 */
export async function startTurn(input: NewMessage): Promise<TurnHandle> {
  return await inOrderOfArrival(input.conversationId, () => takeIn(input));
}

async function takeIn(input: NewMessage): Promise<TurnHandle> {
  const { principal, conversationId, message } = input;
  const heardAt = Date.now();
  const before = findLiveTurn(conversationId);
  // A message that waits takes no place: its turn has that of the one before.
  const arrived = before ? () => undefined : admitTurn();
  const claim: { live: LiveTurn | null } = { live: null };
  try {
    const { turn, ...accepted } = await acceptMessage(input, (turnId) => {
      claim.live = claimStartOver(conversationId, turnId, message.text);
      return claim.live !== null;
    });
    if (turn) {
      const heard = { heardAt, heardLength: message.text.length };
      return begin({ ...accepted, turn, principal }, heard, claim.live);
    }
    if (claim.live) releaseClaim(claim.live, new AppError('conflict'));
    if (!accepted.isElsewhere) return silentTurn(conversationId);
    if (before) before.heardAt = heardAt;
    return await followWaiting({ principal, conversationId, messageId: message.id });
  } catch (error) {
    if (claim.live) releaseClaim(claim.live, error);
    throw error;
  } finally {
    arrived();
  }
}

interface Task {
  turn: Turn;
  conversation: Conversation;
  principal: Principal;
}

type Heard = Pick<LiveTurn, 'heardAt' | 'heardLength'>;

/** Runs the turn of a new message, in the place of one that was discarded for it. */
function begin(task: Task, heard: Heard, old: LiveTurn | null): TurnHandle {
  if (!old) return run(task, heard);
  const stream = replaceLiveTurn(old);
  const heardLength = old.heardLength + heard.heardLength;
  const handle = run(task, { ...heard, heardLength, stream, startOvers: old.startOvers + 1 });
  old.replaced?.resolve(handle.result);
  return handle;
}

/** Goes on with a turn that waited for consent, or whose process was killed. */
export async function continueTurn(turn: Turn, heardAt?: number): Promise<TurnHandle | null> {
  const conversation = await requireConversation(turn.conversationId);
  const principal = await findParticipant(conversation);
  return principal && run({ turn, conversation, principal }, { heardAt });
}

/** Runs a turn that was opened without a request; gives up those whose person is gone. */
export async function continueOrGiveUp(turn: Turn, heardAt?: number): Promise<void> {
  for (let next: Turn | null = turn; next; ) {
    next = (await continueTurn(next, heardAt)) ? null : await giveUpTurn(next);
  }
}

function run(
  task: Task,
  how: Partial<Heard & Pick<LiveTurn, 'stream' | 'startOvers'>>,
): TurnHandle {
  const { turn, principal } = task;
  const { stream = new TurnStream(), heardAt = 0, heardLength = 0, startOvers = 0 } = how;
  const outcome = Promise.withResolvers<TurnResult>();
  const live: LiveTurn = {
    turnId: turn.id,
    conversationId: turn.conversationId,
    stream,
    abort: new AbortController(),
    handle: { read: () => stream.read(), result: outcome.promise },
    isSettled: false,
    heardAt,
    heardLength,
    startOvers,
  };
  outcome.resolve(
    addLiveTurn(live)
      .then(() => executeTurn({ ...task, live }))
      .catch((error: unknown) => live.replaced?.promise ?? failStoring(live, principal, error))
      .finally(() => end(live)),
  );
  // Whoever only reads the stream never looks at the result.
  outcome.promise.catch(() => undefined);
  return live.handle;
}

function failStoring({ turnId, stream }: LiveTurn, principal: Principal, error: unknown): never {
  log().error({ event: 'turn-not-stored', turnId, err: error });
  const fault = new AppError('unavailable', { part: 'database' }, { cause: error });
  stream.write({ type: 'error', errorText: fault.sentence(principal.locale) });
  throw fault;
}

async function end(live: LiveTurn): Promise<void> {
  // Another turn has its place, and perhaps its stream.
  if (live.replaced) return;
  // Before the stream ends: whoever comes back for the next one finds it running.
  if (live.next) await beginNext(live.next, live.heardAt);
  live.stream.write({ type: 'finish' });
  live.stream.close();
  removeLiveTurn(live);
}

async function beginNext(turn: Turn, heardAt: number): Promise<void> {
  try {
    await continueOrGiveUp(turn, heardAt);
  } catch (error) {
    // The turn is a row that no process runs: recovery takes it up.
    log().error({ event: 'next-turn-not-begun', turnId: turn.id, err: error });
  }
}
