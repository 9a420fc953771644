'use client';
import { useRef } from 'react';
import type { ChatMessage } from '@/lib/shared/chat';
import { mergeMessages } from './merge-messages';

interface Shown {
  messages: ChatMessage[];
  setMessages: (change: (messages: ChatMessage[]) => ChatMessage[]) => void;
}

/** Takes stored messages into the page. The one being streamed waits until its stream has ended. */
export function useIncoming() {
  const waiting = useRef<ChatMessage[]>([]);

  function merge({ setMessages }: Shown, stored: ChatMessage[], streamingId?: string) {
    if (stored.length > 0) setMessages((shown) => mergeMessages(shown, stored, streamingId));
  }

  return {
    take(shown: Shown, stored: ChatMessage[], isBusy: boolean): void {
      const last = shown.messages.at(-1);
      const streamingId = isBusy && last?.role === 'assistant' ? last.id : undefined;
      waiting.current.push(...stored.filter(({ id }) => id === streamingId));
      merge(shown, stored, streamingId);
    },
    takeWaiting(shown: Shown): void {
      merge(shown, waiting.current.splice(0));
    },
  };
}
