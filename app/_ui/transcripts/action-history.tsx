import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/_ui/local-time';
import type { ActionEvent } from '@/lib/shared/actions';
import classes from './action-history.module.css';

/** What happened to an action, line by line: what, by whom, when, and what was said with it. */
export function ActionHistory({ events }: { events: ActionEvent[] }) {
  const t = useTranslations('admin.transcripts.action');
  if (events.length === 0) return null;
  return (
    <ol className={classes.history} aria-label={t('history')}>
      {events.map((event) => (
        <HistoryLine key={`${event.at} ${event.kind}`} event={event} />
      ))}
    </ol>
  );
}

function HistoryLine({ event: { kind, by, detail, at } }: { event: ActionEvent }) {
  const t = useTranslations('admin.transcripts.action');
  const { outcome, note } = detail;
  // Messages know no hyphens in the names of their cases.
  const found = (detail.found ?? 'unclear').replace('-', '_');
  const whoever = t(kind.startsWith('operator-') ? 'operator' : 'person');
  return (
    <li className={classes.event} data-kind={kind}>
      <Text size="sm" component="div" className={classes.line}>
        <span>{t(`event.${kind}`, { by: by ?? whoever, found })}</span>
        {outcome && outcome !== 'ok' ? <code className={classes.outcome}>{outcome}</code> : null}
        <span className={classes.at}>
          <LocalTime at={at} timeStyle="medium" />
        </span>
      </Text>
      {note ? <blockquote className={classes.note}>{note}</blockquote> : null}
    </li>
  );
}
