'use client';
import { useRef } from 'react';
import type { ChatMessage } from '@/lib/shared/chat';
import { newUuid } from './new-uuid';
import type { Draft } from './use-draft';

/** A message of the person, as the page shows it before the server has it. */
export function textMessage(id: string, text: string): ChatMessage {
  const metadata = { author: { kind: 'person' as const }, createdAt: new Date().toISOString() };
  return { id, role: 'user', metadata, parts: [{ type: 'text', text }] };
}

/** Keeps what the person sent until the server has taken it; a refused text returns to the field. */
export function useOutgoing(draft: Draft) {
  const waiting = useRef<ChatMessage | null>(null);
  const taken = useRef<{ promise: Promise<boolean>; settle: (isTaken: boolean) => void }>(null);
  const latest = useRef<{ id: string; text: string } | null>(null);

  return {
    /** The message for a text. Sent again unchanged after an error, it keeps its id: it counts once. */
    prepare(text: string): ChatMessage {
      const id = latest.current?.text === text ? latest.current.id : newUuid();
      latest.current = { id, text };
      waiting.current = textMessage(id, text);
      draft.hold(text);
      taken.current = decision();
      return waiting.current;
    },
    accepted(): void {
      waiting.current = null;
      latest.current = null;
      draft.settle();
      taken.current?.settle(true);
    },
    /** Whether the server has taken the last message: without it there may be no conversation yet. */
    whenTaken: (): Promise<boolean> => taken.current?.promise ?? Promise.resolve(true),
    /** Gives a refused text back to the field; the refused message, or null when it was taken. */
    takeBack(): ChatMessage | null {
      const message = waiting.current;
      waiting.current = null;
      if (message) draft.restore();
      taken.current?.settle(message === null);
      return message;
    },
  };
}

function decision() {
  let settle: (isTaken: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
