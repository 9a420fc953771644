import { useTranslations } from 'next-intl';
import type { MarkedText } from '@/lib/shared/trials';
import classes from './playground.module.css';

/** A text in which the question's terms are marked, their synonyms in another way. */
export function Marked({ text, marks }: MarkedText) {
  const t = useTranslations('playground.passage');
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {marks.map(({ start, end, isSynonym }, at) => (
        <span key={start}>
          {text.slice(ends[at], start)}
          <mark
            className={isSynonym ? classes.synonym : classes.mark}
            title={isSynonym ? t('synonym') : undefined}
          >
            {text.slice(start, end)}
          </mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
