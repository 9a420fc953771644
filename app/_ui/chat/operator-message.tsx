import { Avatar } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ChatMessage } from '@/lib/shared/chat';
import { Markdown } from './markdown';
import classes from './message.module.css';
import { messageText } from './message-text';

/** What a person at the desk wrote: in a bubble of their own, with their name. */
export function OperatorMessage({ message }: { message: ChatMessage }) {
  const t = useTranslations('chat');
  const name = message.metadata?.author.name ?? t('operator');
  return (
    <div className={classes.operator}>
      <Avatar name={name} color="harbor" size={30} radius="xl" />
      <div>
        <p className={classes.author}>{name}</p>
        <div className={classes.operatorText}>
          <Markdown text={messageText(message)} />
        </div>
      </div>
    </div>
  );
}
