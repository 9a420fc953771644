import { useFormatter, useTranslations } from 'next-intl';
import { Fact } from './fact';
import { FoundPassage } from './found-passage';
import type { StepDetail } from './read-step';
import { SearchTraceFacts } from './search-trace-facts';
import classes from './turn-timeline.module.css';

type Retrieval = Extract<StepDetail, { kind: 'retrieval' }>['detail'];

/** What was searched for and found, and behind a click how. */
export function RetrievalFacts({ detail }: { detail: Retrieval }) {
  const t = useTranslations('admin.transcripts.retrieval');
  const notice = useTranslations('knowledge.search.notices');
  const format = useFormatter();
  const confidence = format.number(detail.confidence, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return (
    <>
      <Fact>
        “<bdi>{detail.query}</bdi>” · {t('hits', { count: detail.hits.length })} ·{' '}
        {t(detail.isAnswered ? 'answered' : 'unanswered')} ·{' '}
        {t('confidence', { value: confidence })}
      </Fact>
      {detail.trace?.notices.map((code) => (
        <Fact key={code}>{notice(code)}</Fact>
      ))}
      <ol className={classes.hits}>
        {detail.hits.map((hit) => (
          <li key={hit.chunkId}>
            <FoundPassage found={hit} />
          </li>
        ))}
      </ol>
      {detail.trace ? <SearchTraceFacts trace={detail.trace} /> : null}
    </>
  );
}
