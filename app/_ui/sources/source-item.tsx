import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { SourceKind, SourceView } from '@/lib/shared/sources';
import { type SourceAction, SourceMenu } from './source-menu';
import { SourceOutcome } from './source-outcome';
import { SourceStatus } from './source-status';
import classes from './sources.module.css';
import { useIntervalOptions } from './use-interval-options';

interface Props {
  source: SourceView;
  kind: SourceKind | undefined;
  /** Who may see what comes from it. */
  visibility: string;
  onChoose: (action: SourceAction) => void;
}

/** One source: what it is, how it stands, what its last run did. */
export function SourceItem({ source, kind, visibility, onChoose }: Props) {
  const t = useTranslations('sources');
  const intervals = useIntervalOptions();
  const { name, config, documents, everyMinutes, outcome, error, endedAt, nextRunAt } = source;
  const place = Object.values(config).flat().join(', ');
  const facts = [
    kind?.label ?? source.kind,
    visibility,
    intervals.labelOf(everyMinutes),
    t('counts.documents', { count: documents }),
  ];
  return (
    <li className={classes.source}>
      <div className={classes.what}>
        <Text fw={500}>{name}</Text>
        {place === name ? null : (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {place}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      <div className={classes.state}>
        <SourceStatus source={source} />
      </div>
      <div className={classes.outcome}>
        {error ? (
          <Text size="sm" c="red" role="alert">
            {error.message}
          </Text>
        ) : null}
        {outcome && !error ? <SourceOutcome outcome={outcome} /> : null}
        <Text size="xs" c="dimmed">
          {endedAt ? t.rich('last', { time: () => <TimeAgo at={endedAt} /> }) : null}
          {endedAt && nextRunAt ? ' · ' : null}
          {nextRunAt ? t.rich('next', { time: () => <TimeAgo at={nextRunAt} /> }) : null}
        </Text>
      </div>
      <div className={classes.menu}>
        <SourceMenu source={source} onChoose={onChoose} />
      </div>
    </li>
  );
}
