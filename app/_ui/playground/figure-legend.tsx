import { useTranslations } from 'next-intl';
import type { TrialPassage } from '@/lib/shared/trials';
import classes from './playground.module.css';

const parts = ['bm25', 'nearness', 'coverage', 'document', 'meaning', 'reranker'] as const;

/** What the figures of a trial mean, for who has not met them; only those that stand there. */
export function FigureLegend({ hits }: { hits: TrialPassage[] }) {
  const t = useTranslations('playground');
  if (hits.length === 0) return null;
  const shown = parts.filter((name) => hits.some((hit) => hit.parts[name] !== null));
  const entries = [
    [t('verdict.label'), t('result.legend.confidence')],
    [t('result.terms'), t('result.termsHint')],
    [t('result.legend.scoreLabel'), t('result.legend.score')],
    ...shown.map((name) => [t(`parts.${name}`), t(`result.legend.${name}`)]),
  ] as const;
  return (
    <details className={classes.legend}>
      <summary>{t('result.legend.title')}</summary>
      <dl>
        {entries.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
