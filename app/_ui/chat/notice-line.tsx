import { useTranslations } from 'next-intl';
import type { Notice } from '@/lib/shared/chat';
import classes from './message.module.css';

/** One sentence about what happened in the conversation. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const t = useTranslations('chat.notices');
  return <p className={classes.notice}>{t(notice.code)}</p>;
}
