'use client';
import { useEventSource } from '@/app/_ui/use-event-source';
import type { ConversationUpdate } from '@/lib/shared/chat';
import { readUpdate } from './conversation-api';

interface Handlers {
  /** Connected, for the first time or again: what was missed should be fetched. */
  onConnect: () => void;
  onUpdate: (update: ConversationUpdate) => void;
}

/** Follows what happens in a conversation, and reconnects for as long as the page is open. */
export function useConversationEvents(id: string, isEnabled: boolean, handlers: Handlers): void {
  useEventSource(isEnabled ? `/api/chat/${id}/events` : null, {
    onConnect: handlers.onConnect,
    onEvent: (data) => {
      const update = readUpdate(data);
      if (update) handlers.onUpdate(update);
    },
  });
}
