'use client';
import { useChat } from '@ai-sdk/react';
import { useState } from 'react';
import type { ChatMessage, ConversationUpdate, Owner } from '@/lib/shared/chat';
import { chatTransport } from './chat-transport';
import { fetchConversation, stopTurn } from './conversation-api';
import { lastSeq } from './merge-messages';
import { newUuid } from './new-uuid';
import { problemSentence } from './problem-sentence';
import { useConversationEvents } from './use-conversation-events';
import type { Draft } from './use-draft';
import { useIncoming } from './use-incoming';
import { useOutgoing } from './use-outgoing';
import type { Session } from './use-session';

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
  const incoming = useIncoming();

  const chat = useChat<ChatMessage>({
    id,
    messages: view?.messages,
    transport: chatTransport(() => {
      outgoing.accepted();
      setExists(true);
      onBegin();
    }),
    generateId: newUuid,
    throttle: 40,
    resume: exists,
    onError: (error) => {
      const refused = outgoing.takeBack();
      if (refused)
        chat.setMessages((shown) => shown.filter((message) => message.id !== refused.id));
      fail(refused ? 'unsent' : 'interrupted', error);
    },
    onFinish: () => incoming.takeWaiting(chat),
  });
  const isBusy = chat.status === 'submitted' || chat.status === 'streaming';

  function fail(kind: Problem['kind'], error: unknown) {
    setProblem({ kind, sentence: problemSentence(error) });
  }

  function send(text: string) {
    setProblem(null);
    void chat.sendMessage(outgoing.prepare(text));
  }

  /** Fetches what was stored after `after` and joins an answer that is being written. */
  async function catchUp(after: number) {
    try {
      const stored = await fetchConversation(id, after);
      incoming.take(chat, stored.messages, isBusy);
      setOwner(stored.owner);
      setProblem((shown) => (shown?.kind === 'interrupted' ? null : shown));
      if (stored.turn === 'running' && !isBusy) await chat.resumeStream();
    } catch (error) {
      fail('interrupted', error);
    }
  }

  function onUpdate(update: ConversationUpdate) {
    if (update.type === 'message') incoming.take(chat, [update.message], isBusy);
    else if (update.type === 'owner') setOwner(update.owner);
    else if (update.state === 'running' && !isBusy) void chat.resumeStream();
  }

  useConversationEvents(id, exists, {
    onConnect: () => catchUp(lastSeq(chat.messages)),
    onUpdate,
  });

  async function stop() {
    await stopTurn(id).catch((error: unknown) => fail('interrupted', error));
    await chat.stop();
  }

  const { messages } = chat;
  return { messages, owner, problem, isBusy, send, stop, reload: () => catchUp(0) };
}
