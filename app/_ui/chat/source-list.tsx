'use client';
import { useTranslations } from 'next-intl';
import type { Citation } from '@/lib/shared/chat';
import { useCitations } from './citations-context';
import classes from './message.module.css';

/** The sources under an answer; each opens its passage. */
export function SourceList({ items }: { items: Citation[] }) {
  const t = useTranslations('chat.citations');
  const { open } = useCitations();
  if (items.length === 0) return null;
  const nameOf = (item: Citation) => (item.isDeleted ? t('deleted') : item.document);
  return (
    <section className={classes.sources} aria-label={t('sources')}>
      {items.map((item) => (
        <button
          key={item.n}
          type="button"
          className={classes.source}
          onClick={() => open(item)}
          aria-label={t('openNumber', { n: item.n, document: nameOf(item) })}
        >
          <span className={classes.sourceNumber}>{item.n}</span>
          <span className={classes.sourceName}>{nameOf(item)}</span>
          {item.page ? (
            <span className={classes.sourcePage}>{t('page', { page: item.page })}</span>
          ) : null}
        </button>
      ))}
    </section>
  );
}
