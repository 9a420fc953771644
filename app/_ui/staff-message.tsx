import { useTranslations } from 'next-intl';
import type { ChatMessage, Citation } from '@/lib/shared/chat';
import { AiMessage } from './chat/ai-message';
import { OperatorMessage } from './chat/operator-message';
import { PersonMessage } from './chat/person-message';
import type { ShowAction } from './chat/shown-actions';
import classes from './staff-thread.module.css';
import { TimeAgo } from './time-ago';

interface Props {
  message: ChatMessage;
  showAction: ShowAction;
  onOpenCitation: (citation: Citation) => void;
}

/** One message, with its time. */
export function StaffMessage({ message, ...rest }: Props) {
  const t = useTranslations('chat');
  const { author, createdAt, isQueued } = message.metadata ?? {};
  return (
    <article className={classes.message} data-author={author?.kind}>
      {author?.kind === 'person' ? <PersonMessage message={message} /> : null}
      {author?.kind === 'operator' ? <OperatorMessage message={message} /> : null}
      {author?.kind === 'ai' ? <AiMessage message={message} isStreaming={false} {...rest} /> : null}
      {isQueued ? <p className={classes.time}>{t('waiting.state')}</p> : null}
      {createdAt ? <TimeAgo at={createdAt} className={classes.time} /> : null}
    </article>
  );
}
