'use client';
import { useRef } from 'react';
import type { ChatMessage } from '@/lib/shared/chat';
import { mergeMessages } from './merge-messages';
import { isTaken, isWaiting } from './use-waiting';

interface Shown {
  messages: ChatMessage[];
  setMessages: (change: (messages: ChatMessage[]) => ChatMessage[]) => void;
}

interface Queue {
  put: (message: ChatMessage) => void;
  drop: (messageId: string) => void;
}

/**
 * Takes stored messages into the page. The one being streamed waits until its stream has ended,
 * and so does what comes after it. Messages that wait for their answer stand apart.
 */
export function useIncoming(queue: Queue) {
  const held = useRef<ChatMessage[]>([]);

  function merge({ setMessages }: Shown, stored: ChatMessage[], streamingId?: string) {
    if (stored.length === 0) return;
    for (const message of stored) {
      if (isWaiting(message)) queue.put(message);
      else queue.drop(message.id);
    }
    const ids = new Set(stored.filter(isWaiting).map(({ id }) => id));
    setMessages((shown) =>
      mergeMessages(
        shown.filter(({ id }) => !ids.has(id)),
        stored.filter(isTaken),
        streamingId,
      ),
    );
  }

  return {
    take(shown: Shown, stored: ChatMessage[], isBusy: boolean): void {
      const last = shown.messages.at(-1);
      const streamingId = isBusy && last?.role === 'assistant' ? last.id : undefined;
      const isNow: ChatMessage[] = [];
      for (const message of stored) {
        const isHeld = message.id === streamingId || (isBusy && held.current.length > 0);
        (isHeld ? held.current : isNow).push(message);
      }
      merge(shown, isNow, streamingId);
    },
    takeHeld(shown: Shown): void {
      merge(shown, held.current.splice(0));
    },
  };
}
