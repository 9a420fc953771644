import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import { Fact } from './fact';
import classes from './turn-timeline.module.css';

interface Props {
  summary: { text: string; madeBy: string; madeAt: Date; upToSeq: number };
}

/** What models are told of the beginning of a long conversation, in the place of its messages. */
export function KeptSummary({ summary }: Props) {
  const t = useTranslations('admin.transcripts.summary');
  const { text, madeBy, madeAt, upToSeq } = summary;
  return (
    <details className={classes.block}>
      <summary>{t('title', { count: upToSeq })}</summary>
      <Fact>{text}</Fact>
      <Fact>
        {t('by', { name: madeBy })} · <TimeAgo at={madeAt.toISOString()} />
      </Fact>
    </details>
  );
}
