import { useTranslations } from 'next-intl';
import { TextLink } from '@/app/_ui/text-link';
import type { Notice } from '@/lib/shared/chat';
import classes from './message.module.css';

/** One sentence about what happened in the conversation. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const t = useTranslations('chat.notices');
  if (notice.code === 'tools-away') {
    return <p className={classes.notice}>{t(notice.code, { systems: notice.detail ?? 'none' })}</p>;
  }
  if (notice.code !== 'remembered') return <p className={classes.notice}>{t(notice.code)}</p>;
  return (
    <p className={classes.notice}>
      {t.rich('remembered', {
        fact: notice.detail ?? '',
        account: (words) => <TextLink href="/account">{words}</TextLink>,
      })}
    </p>
  );
}
