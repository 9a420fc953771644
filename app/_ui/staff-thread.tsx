'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { ChatMessage, Citation } from '@/lib/shared/chat';
import { CitationDrawer } from './chat/citation-drawer';
import { shownActions } from './chat/shown-actions';
import { StaffMessage } from './staff-message';
import classes from './staff-thread.module.css';

interface Props {
  messages: ChatMessage[];
  /** What stands under a message, by its id. */
  below?: Record<string, ReactNode>;
}

/** A conversation as staff read it: rendered as the person sees it, without deciding for them. */
export function StaffThread({ messages, below }: Props) {
  const t = useTranslations('inbox');
  const [citation, setCitation] = useState<Citation | null>(null);
  const showAction = shownActions(messages);
  return (
    <div className={classes.thread} role="log" aria-label={t('conversation')}>
      {messages.map((message) => (
        <div key={message.id}>
          <StaffMessage message={message} showAction={showAction} onOpenCitation={setCitation} />
          {below?.[message.id]}
        </div>
      ))}
      <CitationDrawer citation={citation} onClose={() => setCitation(null)} />
    </div>
  );
}
