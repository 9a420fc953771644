import { useTranslations } from 'next-intl';
import type { ScoreParts } from '@/lib/shared/retrieval';
import classes from './score.module.css';
import { useFigure } from './use-figure';

/** What the words' score is the sum of, in the order of the bar. */
const summands = ['bm25', 'nearness', 'coverage', 'document'] as const;
/** What stands beside it, on scales of its own. */
const besides = ['meaning', 'reranker'] as const;

interface Props {
  parts: ScoreParts;
  /** The highest score of words among the passages: a full bar. */
  most: number;
}

/** What a score is made of: a bar for those who look, figures for those who read. */
export function ScoreBreakdown({ parts, most }: Props) {
  const t = useTranslations('playground.parts');
  const figure = useFigure();
  const share = (value: number) => `${most > 0 ? Math.max(0, value / most) * 100 : 0}%`;
  const meaning = Math.min(1, Math.max(0, parts.meaning ?? 0));
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {summands.map((name) => (
          <span
            key={name}
            className={classes.part}
            data-part={name}
            style={{ width: share(parts[name]) }}
          />
        ))}
      </div>
      {parts.meaning === null ? null : (
        <div className={classes.bar} aria-hidden>
          <span
            className={classes.part}
            data-part="meaning"
            style={{ width: `${meaning * 100}%` }}
          />
        </div>
      )}
      <dl className={classes.parts}>
        {[...summands, ...besides].map((name) => {
          const value = parts[name];
          return value === null ? null : (
            <div key={name}>
              <dt className={classes.part} data-part={name}>
                {t(name)}
              </dt>
              <dd>{figure(value)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
