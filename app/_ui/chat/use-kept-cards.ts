'use client';
import { useState } from 'react';
import type { ChatMessage } from '@/lib/shared/chat';
import { keepCards } from './keep-cards';

/** The messages to show: as they are, but for cards that a stream is about to bring again. */
export function useKeptCards(messages: ChatMessage[], isBusy: boolean): ChatMessage[] {
  const [last, setLast] = useState({ messages, shown: messages });
  const shown = isBusy ? nextShown(last, messages) : messages;
  if (last.messages !== messages || last.shown !== shown) setLast({ messages, shown });
  return shown;
}

function nextShown(last: { messages: ChatMessage[]; shown: ChatMessage[] }, now: ChatMessage[]) {
  return last.messages === now ? last.shown : keepCards(last.shown, now);
}
