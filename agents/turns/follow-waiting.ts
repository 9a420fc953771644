import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { requireConversation } from '@/lib/db/conversations/conversations';
import { findAnswerTo } from '@/lib/db/conversations/find-answer';
import { findMessage, type MessageRow, storedParts } from '@/lib/db/conversations/messages';
import { findOpenTurn } from '@/lib/db/conversations/turns';
import { subscribe } from '@/lib/events/bus';
import { withholdAnswers } from '@/lib/operations/withhold-answers';
import { AnswerWriter } from './answer-writer';
import { findLiveTurn, watchLiveTurns } from './live-turns';
import { silentTurn } from './silent-turn';
import type { TurnHandle } from './turn-handle';
import { resultOf } from './turn-result';
import { TurnStream } from './turn-stream';

interface Followed {
  principal: Principal;
  conversationId: string;
  messageId: string;
}

/**
 * Follows a message to its answer: the turn that takes it up, or the answer that is stored already.
 * Its stream begins with `data-queued`, so that a caller knows at once that the message was taken.
 */
export async function followWaiting(followed: Followed): Promise<TurnHandle> {
  const { conversationId, messageId } = followed;
  const answering = Promise.withResolvers<TurnHandle>();
  // Whoever only reads the stream never waits for it.
  answering.promise.catch(() => undefined);
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(async () => {
      const found = await findHandle(followed);
      if (found) answering.resolve(found);
    }, answering.reject);
    looking.catch(answering.reject);
  };
  const stopWatching = watchLiveTurns(conversationId, look);
  const unsubscribe = await subscribe((event) => {
    if ('conversationId' in event && event.conversationId === conversationId) look();
  });
  const stop = () => {
    stopWatching();
    unsubscribe();
  };
  // It may have been taken up before anybody watched.
  const found = await findHandle(followed);
  if (found) {
    stop();
    return found;
  }
  answering.promise.then(stop, stop);
  return {
    read: () => readOnceAnswered(answering.promise, messageId),
    result: answering.promise.then(({ result }) => result),
  };
}

/** What the message is answered by, as things stand; null while it waits. */
async function findHandle({
  principal,
  conversationId,
  messageId,
}: Followed): Promise<TurnHandle | null> {
  const message = await findMessage(db(), conversationId, messageId);
  if (!message) return silentTurn(conversationId);
  if (message.isQueued) return null;
  // In this order: a turn that ends meanwhile has its answer stored.
  const open = await findOpenTurn(db(), conversationId);
  const answer = await findAnswerTo(conversationId, message.seq);
  if (answer) return await replay(principal, answer);
  const { ownerKind } = await requireConversation(conversationId);
  if (ownerKind !== 'ai') return silentTurn(conversationId);
  const live = findLiveTurn(conversationId);
  if (live) return live.handle;
  return open ? null : silentTurn(conversationId);
}

/** A stored answer, as the stream that it was. */
async function replay(principal: Principal, row: MessageRow): Promise<TurnHandle> {
  const [shown] = await withholdAnswers(principal, [row]);
  const parts = storedParts(shown ?? row);
  const stream = new TurnStream();
  stream.write({
    type: 'start',
    messageId: row.id,
    messageMetadata: {
      author: { kind: 'ai' },
      turnId: row.turnId ?? undefined,
      specialist: row.specialist ?? undefined,
    },
  });
  new AnswerWriter(stream).restore(parts);
  stream.write({ type: 'finish' });
  stream.close();
  const { conversationId, turnId, specialist } = row;
  const result = resultOf(parts, { conversationId, turnId, agent: specialist, state: 'completed' });
  return { read: () => stream.read(), result: Promise.resolve(result) };
}

function readOnceAnswered(
  answering: Promise<TurnHandle>,
  messageId: string,
): ReadableStream<Uint8Array> {
  const queued = { type: 'data-queued', data: { messageId }, transient: true };
  let answer: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream(
    {
      start: (controller) =>
        controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(queued)}\n\n`)),
      pull: async (controller) => {
        answer ??= (await answering).read().getReader();
        const { done, value } = await answer.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => answer?.cancel(),
    },
    { highWaterMark: 0 },
  );
}
