import { useTranslations } from 'next-intl';
import classes from './action-card.module.css';

/** What an operator wrote to the person beside their decision. */
export function OperatorNote({ note }: { note: string }) {
  const t = useTranslations('chat.actions');
  return (
    <figure className={classes.note}>
      <figcaption>{t('note')}</figcaption>
      <blockquote>{note}</blockquote>
    </figure>
  );
}
