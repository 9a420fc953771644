import { useTranslations } from 'next-intl';
import type { Trial } from '@/lib/shared/trials';
import classes from './score.module.css';
import { useFigure } from './use-figure';

const order = ['embed', 'index', 'read', 'rank', 'rerank'] as const;

/** How long each part of the search took. */
export function TrialTimes({ times }: { times: Trial['times'] }) {
  const t = useTranslations('playground.result.times');
  const figure = useFigure();
  const tenths = (ms: number) => Math.round(ms * 10) / 10;
  return (
    <dl className={classes.times} aria-label={t('label')}>
      {order
        .filter((part) => tenths(times[part]) > 0)
        .map((part) => (
          <div key={part}>
            <dt>{t(part)}</dt>
            <dd>{t('ms', { ms: figure(tenths(times[part])) })}</dd>
          </div>
        ))}
    </dl>
  );
}
