'use client';
import { useRef, useState } from 'react';
import type { ChatMessage } from '@/lib/shared/chat';
import { type ConversationView, deleteMessage, postMessage, sendNow } from './conversation-api';
import { mergeMessages } from './merge-messages';
import { newUuid } from './new-uuid';
import { textMessage } from './use-outgoing';

export const isWaiting = (message: ChatMessage) => message.metadata?.isQueued === true;
export const isTaken = (message: ChatMessage) => !isWaiting(message);

interface Options {
  id: string;
  view: ConversationView | null;
  /** Whether the message before was taken: it may be the one that begins the conversation. */
  whenTaken: () => Promise<boolean>;
  /** Gives a text that was not sent, or was taken back, to the field. */
  giveBack: (text: string) => void;
  onFault: (kind: 'unsent' | 'interrupted', error: unknown) => void;
}

/** The person's messages that wait until the answer being written is complete. */
export function useWaiting({ id, view, whenTaken, giveBack, onFault }: Options) {
  const [messages, setMessages] = useState(() => view?.messages.filter(isWaiting) ?? []);
  const unsent = useRef<{ id: string; text: string } | null>(null);
  const drop = (messageId: string) =>
    setMessages((shown) => shown.filter((message) => message.id !== messageId));

  return {
    messages,
    drop,
    put: (message: ChatMessage) => setMessages((shown) => mergeMessages(shown, [message])),
    /** Sent again unchanged after an error, it keeps its id: it counts once. */
    async send(text: string) {
      const messageId = unsent.current?.text === text ? unsent.current.id : newUuid();
      const message = textMessage(messageId, text);
      setMessages((shown) => [...shown, message]);
      const failed = () => {
        drop(messageId);
        giveBack(text);
      };
      if (!(await whenTaken())) return failed();
      try {
        await postMessage(id, message);
        unsent.current = null;
      } catch (error) {
        unsent.current = { id: messageId, text };
        failed();
        onFault('unsent', error);
      }
    },
    async takeBack(messageId: string, text: string) {
      try {
        await deleteMessage(id, messageId);
        drop(messageId);
        giveBack(text);
      } catch (error) {
        onFault('interrupted', error);
      }
    },
    sendNow: (messageId: string) =>
      sendNow(id, messageId).catch((error: unknown) => onFault('interrupted', error)),
  };
}
