'use client';
import { useChat } from '@ai-sdk/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { problemSentence } from '@/app/_ui/problem-sentence';
import type { ChatMessage, Owner } from '@/lib/shared/chat';
import { chatTransport } from './chat-transport';
import { stopTurn } from './conversation-api';
import { newUuid } from './new-uuid';
import type { Draft } from './use-draft';
import { useIncoming } from './use-incoming';
import { useKeptCards } from './use-kept-cards';
import { useLiveUpdates } from './use-live-updates';
import { useNextAnswer } from './use-next-answer';
import { useOutgoing } from './use-outgoing';
import type { Session } from './use-session';
import { isTaken, useWaiting } from './use-waiting';

/** What went wrong: a message that was not taken, or an answer that broke off. */
export interface Problem {
  kind: 'unsent' | 'interrupted';
  /** The server's sentence; null when it could not be reached. */
  sentence: string | null;
}

const withAi: Owner = { kind: 'ai', version: 0 };

/**
 * One conversation, live: the stream of the answer being written, what the server stores and what
 * other people do in it, merged into one list of messages.
 */
export function useConversation({ id, view }: Session, draft: Draft, onBegin: () => void) {
  const [owner, setOwner] = useState<Owner>(view?.owner ?? withAi);
  const [exists, setExists] = useState(view !== null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const outgoing = useOutgoing(draft);
  const fail = (kind: Problem['kind'], error: unknown) =>
    setProblem({ kind, sentence: problemSentence(error) });
  const { whenTaken } = outgoing;
  const waiting = useWaiting({ id, view, whenTaken, giveBack: draft.giveBack, onFault: fail });
  const incoming = useIncoming(waiting);
  const next = useNextAnswer();

  const chat = useChat<ChatMessage>({
    id,
    messages: view?.messages.filter(isTaken),
    transport: chatTransport(() => {
      outgoing.accepted();
      setExists(true);
      onBegin();
    }),
    generateId: newUuid,
    throttle: 40,
    resume: exists,
    onData: next.heed,
    onError: (error) => {
      const refused = outgoing.takeBack();
      if (refused) chat.setMessages((shown) => shown.filter(({ id }) => id !== refused.id));
      fail(refused ? 'unsent' : 'interrupted', error);
    },
  });
  const isBusy = chat.status === 'submitted' || chat.status === 'streaming';
  const messages = useKeptCards(chat.messages, isBusy);
  useWhenIdle(isBusy, () => {
    incoming.takeHeld(chat);
    next.follow(chat, waiting.messages.length > 0);
  });

  const catchUp = useLiveUpdates({
    id,
    exists,
    chat,
    isBusy,
    take: (stored) => incoming.take(chat, stored, isBusy),
    onRemoved: waiting.drop,
    onBegun: next.note,
    onOwner: setOwner,
    onCaughtUp: () => setProblem((shown) => (shown?.kind === 'interrupted' ? null : shown)),
    onFault: (error) => fail('interrupted', error),
  });

  return {
    messages,
    waiting,
    owner,
    problem,
    isBusy,
    send(text: string) {
      setProblem(null);
      if (isBusy) {
        draft.setText('');
        void waiting.send(text);
      } else void chat.sendMessage(outgoing.prepare(text));
    },
    async stop() {
      await stopTurn(id).catch((error: unknown) => fail('interrupted', error));
      await chat.stop();
    },
    reload: () => catchUp(0),
  };
}

/** Not when the stream ends: what comes between that and this render still counts as streamed. */
function useWhenIdle(isBusy: boolean, act: () => void) {
  const onIdle = useEffectEvent(act);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy) onIdle();
    wasBusy.current = isBusy;
  }, [isBusy]);
}
