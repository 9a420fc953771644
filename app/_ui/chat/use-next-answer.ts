'use client';
import type { UseChatHelpers } from '@ai-sdk/react';
import { useRef } from 'react';
import type { ChatMessage } from '@/lib/shared/chat';

type Chat = Pick<UseChatHelpers<ChatMessage>, 'messages' | 'setMessages' | 'resumeStream'>;

/** Remembers, while one answer is streamed, that another one follows or takes its place. */
export function useNextAnswer() {
  const begun = useRef<string | null>(null);
  const isSuperseded = useRef(false);

  return {
    /** A turn began that may not be the one whose answer is being streamed. */
    note: (turnId: string) => {
      begun.current = turnId;
    },
    /** Hears of the moment that what is being streamed is taken back by the server. */
    heed: ({ type }: { type: string }) => {
      if (type === 'data-superseded') isSuperseded.current = true;
    },
    /** When a stream has ended: drops what was taken back, and follows the next answer. */
    follow({ messages, setMessages, resumeStream }: Chat, hasWaiting: boolean): void {
      const turnId = begun.current;
      const wasSuperseded = isSuperseded.current;
      begun.current = null;
      isSuperseded.current = false;
      if (wasSuperseded) setMessages((shown) => shown.filter((message) => !isUnstored(message)));
      const isNew = turnId !== null && messages.every((one) => one.metadata?.turnId !== turnId);
      if (wasSuperseded || isNew || hasWaiting) void resumeStream();
    },
  };
}

function isUnstored({ role, metadata }: ChatMessage): boolean {
  return role === 'assistant' && metadata?.seq === undefined;
}
