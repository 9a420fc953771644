'use client';
import { useTranslations } from 'next-intl';
import { useCitations } from './citations-context';
import classes from './markdown.module.css';

/** A number in the text that opens the passage it stands for. */
export function CitationChip({ n }: Record<string, unknown>) {
  const t = useTranslations('chat.citations');
  const { find, open } = useCitations();
  const citation = find(Number(n));
  if (!citation) return `[${Number(n)}]`;
  const document = citation.isDeleted ? t('deleted') : citation.document;
  return (
    <button
      type="button"
      className={classes.chip}
      title={document}
      aria-label={t('openNumber', { n: citation.n, document })}
      onClick={() => open(citation)}
    >
      {citation.n}
    </button>
  );
}
