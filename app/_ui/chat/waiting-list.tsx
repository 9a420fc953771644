'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ChatMessage } from '@/lib/shared/chat';
import classes from './message.module.css';
import { messageText } from './message-text';
import { PersonMessage } from './person-message';
import { isWaiting } from './use-waiting';

interface Props {
  messages: ChatMessage[];
  onTakeBack: (messageId: string, text: string) => void;
  onSendNow: (messageId: string) => void;
}

/** What the person wrote while an answer is being written; one control sends all of it at once. */
export function WaitingList({ messages, onTakeBack, onSendNow }: Props) {
  const t = useTranslations('chat');
  const last = messages.at(-1);
  if (!last) return null;
  return (
    <section className={classes.waiting} aria-label={t('waiting.title')}>
      {messages.map((message) => (
        <article key={message.id} className={classes.message} aria-label={t('you')}>
          <PersonMessage message={message} />
          <div className={classes.waitingTools} data-hidden={!isWaiting(message) || undefined}>
            <span>{t('waiting.state')}</span>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => onTakeBack(message.id, messageText(message))}
            >
              {t('waiting.takeBack')}
            </Button>
            {message === last ? (
              <Button
                size="compact-xs"
                variant="light"
                title={t('waiting.sendNowHint')}
                onClick={() => onSendNow(message.id)}
              >
                {t('waiting.sendNow')}
              </Button>
            ) : null}
          </div>
        </article>
      ))}
    </section>
  );
}
