import { Spoiler, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { TrialPassage } from '@/lib/shared/trials';
import { Marked } from './marked';
import { PassageHead } from './passage-head';
import classes from './playground.module.css';
import { ScoreBreakdown } from './score-breakdown';
import { useFigure } from './use-figure';

/** The passages that an answer would stand on, best first. */
export function HitList({ hits }: { hits: TrialPassage[] }) {
  const t = useTranslations('playground');
  const most = Math.max(...hits.map(({ parts }) => parts.words));
  return (
    <ol className={classes.list} aria-label={t('result.title')}>
      {hits.map((hit) => (
        <Hit key={hit.chunkId} hit={hit} most={most} />
      ))}
    </ol>
  );
}

function Hit({ hit, most }: { hit: TrialPassage; most: number }) {
  const t = useTranslations('playground.passage');
  const figure = useFigure();
  return (
    <li className={classes.hit}>
      <span className={classes.place} title={t('place', { place: hit.place ?? 0 })}>
        {hit.place}
      </span>
      <div className={classes.body}>
        <PassageHead passage={hit}>
          <Text size="xs" c="dimmed" component="span" ml="auto">
            {t('score', { score: figure(hit.score) })}
          </Text>
        </PassageHead>
        <ScoreBreakdown parts={hit.parts} most={most} />
        <Spoiler maxHeight={124} showLabel={t('more')} hideLabel={t('less')} fz="sm">
          <p className={classes.text}>
            <Marked {...hit.text} />
          </p>
        </Spoiler>
      </div>
    </li>
  );
}
