'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ChatMessage, Citation } from '@/lib/shared/chat';
import { AiMessage } from './ai-message';
import { latestActions } from './latest-actions';
import classes from './message.module.css';
import { hasContent } from './message-text';
import { OperatorMessage } from './operator-message';
import { PersonMessage } from './person-message';
import { shownActions } from './shown-actions';

interface Props {
  messages: ChatMessage[];
  isBusy: boolean;
  onOpenCitation: (citation: Citation) => void;
  onDecided: () => void;
}

/** Everything said so far, and a sign of life while an answer has not begun. */
export function MessageList({ messages, isBusy, onOpenCitation, onDecided }: Props) {
  const t = useTranslations('chat');
  const cards = useMemo(() => latestActions(messages), [messages]);
  const showAction = useMemo(() => shownActions(messages), [messages]);
  const own = { onDecided, latestCard: (id: string) => cards.get(id) };
  const shown = messages.filter(hasContent);
  const last = shown.at(-1);
  return (
    <div className={classes.list} role="log" aria-label={t('messages')} aria-busy={isBusy}>
      {shown.map((message) => (
        <article key={message.id} className={classes.message} aria-label={authorLabel(message, t)}>
          {message.role === 'user' ? <PersonMessage message={message} /> : null}
          {isOperators(message) ? <OperatorMessage message={message} /> : null}
          {message.role === 'assistant' && !isOperators(message) ? (
            <AiMessage
              message={message}
              isStreaming={isBusy && message === last}
              showAction={showAction}
              onOpenCitation={onOpenCitation}
              own={own}
            />
          ) : null}
        </article>
      ))}
      {isBusy && last?.role !== 'assistant' ? (
        <p className={classes.thinking} role="status">
          {t('thinking')}
        </p>
      ) : null}
    </div>
  );
}

function isOperators(message: ChatMessage): boolean {
  return message.metadata?.author.kind === 'operator';
}

function authorLabel(message: ChatMessage, t: ReturnType<typeof useTranslations<'chat'>>): string {
  if (message.role === 'user') return t('you');
  if (isOperators(message)) return message.metadata?.author.name ?? t('operator');
  return t('assistant');
}
