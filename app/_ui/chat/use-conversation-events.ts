'use client';
import { useEffect, useEffectEvent } from 'react';
import type { ConversationUpdate } from '@/lib/shared/chat';
import { parseUpdate } from './conversation-api';

interface Handlers {
  /** Connected, for the first time or again: what was missed should be fetched. */
  onConnect: () => void;
  onUpdate: (update: ConversationUpdate) => void;
}

const firstDelayMs = 1_000;
const longestDelayMs = 15_000;

/** Follows what happens in a conversation, and reconnects for as long as the page is open. */
export function useConversationEvents(id: string, isEnabled: boolean, handlers: Handlers): void {
  const onConnect = useEffectEvent(handlers.onConnect);
  const onUpdate = useEffectEvent(handlers.onUpdate);

  useEffect(() => {
    if (!isEnabled) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let delay = firstDelayMs;

    function connect() {
      source = new EventSource(`/api/chat/${id}/events`);
      source.onopen = () => {
        delay = firstDelayMs;
        onConnect();
      };
      source.onmessage = (event) => {
        const update = parseUpdate(event.data);
        if (update) onUpdate(update);
      };
      // The browser reconnects by itself after a lost line, but not after an HTTP error.
      source.onerror = () => {
        if (source.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(connect, delay);
        delay = Math.min(delay * 2, longestDelayMs);
      };
    }

    connect();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [id, isEnabled]);
}
