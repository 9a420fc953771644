'use client';
import type { UseChatHelpers } from '@ai-sdk/react';
import { useRef } from 'react';
import type { ChatMessage, ConversationUpdate, Owner } from '@/lib/shared/chat';
import { fetchConversation } from './conversation-api';
import { readFrom } from './merge-messages';
import { useConversationEvents } from './use-conversation-events';

interface Options {
  id: string;
  /** The server knows the conversation. */
  exists: boolean;
  chat: Pick<UseChatHelpers<ChatMessage>, 'messages' | 'resumeStream'>;
  isBusy: boolean;
  take: (stored: ChatMessage[]) => void;
  /** A message that waited was taken back. */
  onRemoved: (messageId: string) => void;
  /** A turn began while an answer was being streamed. */
  onBegun: (turnId: string) => void;
  onOwner: (owner: Owner) => void;
  onCaughtUp: () => void;
  onFault: (error: unknown) => void;
}

/**
 * Follows a conversation: what others write, who answers, and answers begun elsewhere. Returns
 * the function that fetches what was stored after a sequence number.
 */
export function useLiveUpdates(options: Options): (after: number) => Promise<void> {
  const { id, exists, chat, isBusy, take, onRemoved, onBegun, onOwner, onCaughtUp, onFault } =
    options;

  const updates = useRef(0);

  /** What is stored, read after the last update: an older answer would undo what is shown. */
  async function fetchLatest(after: number) {
    for (;;) {
      const before = updates.current;
      const stored = await fetchConversation(id, after);
      if (updates.current === before) return stored;
    }
  }

  async function catchUp(after: number) {
    try {
      const stored = await fetchLatest(after);
      take(stored.messages);
      onOwner(stored.owner);
      onCaughtUp();
      if (stored.turn === 'running' && !isBusy) await chat.resumeStream();
    } catch (error) {
      onFault(error);
    }
  }

  function onUpdate(update: ConversationUpdate) {
    updates.current += 1;
    if (update.type === 'message') take([update.message]);
    else if (update.type === 'owner') onOwner(update.owner);
    else if (update.type === 'removed') onRemoved(update.messageId);
    else if (update.state !== 'running') return;
    else if (isBusy) onBegun(update.turnId);
    else void chat.resumeStream();
  }

  useConversationEvents(id, exists, {
    onConnect: () => catchUp(readFrom(chat.messages)),
    onUpdate,
  });
  return catchUp;
}
