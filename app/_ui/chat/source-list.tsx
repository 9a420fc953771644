'use client';
import { useTranslations } from 'next-intl';
import type { Citation } from '@/lib/shared/chat';
import { useCitations } from './citations-context';
import classes from './message.module.css';
import { useCitationNames } from './use-citation-names';

/** The sources under an answer; each opens its passage. */
export function SourceList({ items }: { items: Citation[] }) {
  const t = useTranslations('chat.citations');
  const { open } = useCitations();
  const { nameOf, placeOf, labelOf } = useCitationNames();
  if (items.length === 0) return null;
  return (
    <section className={classes.sources} aria-label={t('sources')}>
      {items.map((item) => (
        <button
          key={item.n}
          type="button"
          className={classes.source}
          onClick={() => open(item)}
          aria-label={labelOf(item)}
        >
          <span className={classes.sourceNumber}>{item.n}</span>
          <span className={classes.sourceName}>{nameOf(item)}</span>
          {item.page === null ? null : <span className={classes.sourcePage}>{placeOf(item)}</span>}
        </button>
      ))}
    </section>
  );
}
