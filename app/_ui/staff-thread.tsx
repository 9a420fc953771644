'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ChatMessage, Citation } from '@/lib/shared/chat';
import { CitationDrawer } from './chat/citation-drawer';
import { actionHomes, latestActions } from './chat/latest-actions';
import { StaffMessage } from './staff-message';
import classes from './staff-thread.module.css';

/** A conversation as staff read it: rendered as the person sees it, without deciding for them. */
export function StaffThread({ messages }: { messages: ChatMessage[] }) {
  const t = useTranslations('inbox');
  const [citation, setCitation] = useState<Citation | null>(null);
  const cards = latestActions(messages);
  const homes = actionHomes(messages);
  return (
    <div className={classes.thread} role="log" aria-label={t('conversation')}>
      {messages.map((message) => (
        <StaffMessage
          key={message.id}
          message={message}
          cardFor={(id) => (homes.get(id) === message.id ? cards.get(id) : undefined)}
          onOpenCitation={setCitation}
        />
      ))}
      <CitationDrawer citation={citation} onClose={() => setCitation(null)} />
    </div>
  );
}
