import { useFormatter, useTranslations } from 'next-intl';
import type { KeptTrace } from '@/lib/shared/kept-trace';
import { Fact } from './fact';
import { FoundPassage } from './found-passage';
import classes from './turn-timeline.module.css';

const parts = ['bm25', 'nearness', 'coverage', 'document', 'meaning', 'reranker'] as const;
const stages = ['embed', 'index', 'read', 'rank', 'rerank'] as const;

/** How a search went: its terms, every candidate that is kept with what became of it, and the times. */
export function SearchTraceFacts({ trace }: { trace: KeptTrace }) {
  const t = useTranslations('admin.transcripts.retrieval');
  const name = useTranslations('playground.parts');
  const stage = useTranslations('playground.result.times');
  const format = useFormatter();
  const figure = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const madeOf = (candidate: KeptTrace['considered'][number]) =>
    parts.flatMap((part) => {
      const value = candidate.parts[part];
      return value === null || value === 0 ? [] : [`${name(part)} ${figure(value)}`];
    });
  const took = stages
    .filter((each) => trace.times[each] > 0)
    .map((each) => `${stage(each)} ${stage('ms', { ms: figure(trace.times[each]) })}`);
  return (
    <details className={classes.block}>
      <summary>{t('how')}</summary>
      {trace.terms.length > 0 ? (
        <Fact>{t('terms', { terms: trace.terms.map(({ term }) => term).join(' · ') })}</Fact>
      ) : null}
      <ol className={classes.hits} aria-label={t('considered')}>
        {trace.considered.map((candidate) => (
          <li key={candidate.chunkId}>
            <FoundPassage found={candidate} /> · {t(`outcome.${candidate.outcome}`)}
            <Fact>{madeOf(candidate).join(' · ')}</Fact>
          </li>
        ))}
      </ol>
      {trace.others > 0 ? <Fact>{t('others', { count: trace.others })}</Fact> : null}
      {took.length > 0 ? <Fact>{took.join(' · ')}</Fact> : null}
    </details>
  );
}
