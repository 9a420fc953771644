import { Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LeftOutPassage, Trial, TrialPassage } from '@/lib/shared/trials';
import { Marked } from './marked';
import { PassageHead } from './passage-head';
import classes from './playground.module.css';
import { usePlaygroundContext } from './playground-context';

/** What was found for the one who tries, and is not for the eyes of the person viewed as. */
export function HiddenList({ hidden, person }: { hidden: TrialPassage[]; person: string }) {
  const t = useTranslations('playground.hidden');
  const { labelOf } = usePlaygroundContext();
  if (hidden.length === 0) return null;
  return (
    <section>
      <Title order={3}>{t('title', { person })}</Title>
      <Text size="sm" c="dimmed">
        {t('intro', { person })}
      </Text>
      <ul className={classes.list} aria-label={t('title', { person })}>
        {hidden.map((passage) => (
          <Line
            key={passage.chunkId}
            passage={passage}
            reason={`${t('reason', { visibility: labelOf(passage.visibility) })} · ${t('place', {
              place: passage.place ?? 0,
            })}`}
          />
        ))}
      </ul>
    </section>
  );
}

/** The candidates that came close, each with what kept it out. */
export function LeftOutList({ trial }: { trial: Trial }) {
  const t = useTranslations('playground.leftOut');
  const { leftOut, leftOutCount, settings } = trial;
  if (leftOut.length === 0) return null;

  function reasonOf({ place, sameAs }: LeftOutPassage): string {
    if (place !== null) return t('beyond', { place, passages: settings.passages });
    return sameAs === null ? t('same') : t('sameAs', { place: sameAs });
  }

  return (
    <section>
      <Title order={3}>{t('title')}</Title>
      <Text size="sm" c="dimmed">
        {t('intro', { shown: leftOut.length, total: leftOutCount })}
      </Text>
      <ul className={classes.list} aria-label={t('title')}>
        {leftOut.map((passage) => (
          <Line key={passage.chunkId} passage={passage} reason={reasonOf(passage)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ passage, reason }: { passage: TrialPassage; reason: string }) {
  return (
    <li className={classes.line}>
      <PassageHead passage={passage} />
      <Text size="xs" className={classes.reason}>
        {reason}
      </Text>
      <Text size="sm" c="dimmed" lineClamp={2}>
        <Marked {...passage.text} />
      </Text>
    </li>
  );
}
