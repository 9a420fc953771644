import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Trial } from '@/lib/shared/trials';
import { type Eyes, useViewedName } from './eyes';
import { FigureLegend } from './figure-legend';
import { HitList } from './hit-list';
import { HiddenList, LeftOutList } from './left-out-list';
import { TrialTimes } from './trial-times';
import { Verdict } from './verdict';

interface Props {
  trial: Trial;
  eyes: Eyes;
  answeredFrom: number;
}

/** All that came of a trial. */
export function TrialResult({ trial, eyes, answeredFrom }: Props) {
  const t = useTranslations('playground');
  const notice = useTranslations('knowledge.search.notices');
  const person = useViewedName(eyes);
  const { confidence, hits, terms, notices, foreignCount } = trial;
  return (
    <Stack gap="md">
      <Verdict confidence={confidence} answeredFrom={answeredFrom} />
      {notices.map((name) => (
        <Alert key={name} color="yellow" variant="light">
          {notice(name)}
        </Alert>
      ))}
      {foreignCount > 0 ? (
        <Alert color="blue" variant="light">
          {t('result.foreign', { count: foreignCount, person })}
        </Alert>
      ) : null}
      {terms.length > 0 ? (
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t('result.terms')}
          </Text>
          {terms.map((term) => (
            <Badge key={term} variant="default" size="sm">
              {term}
            </Badge>
          ))}
        </Group>
      ) : null}
      {hits.length > 0 ? (
        <HitList hits={hits} />
      ) : (
        <EmptyState
          icon={<IconSearchOff size={32} stroke={1.4} />}
          title={t('empty.nothing.title')}
          text={t('empty.nothing.text')}
        />
      )}
      <HiddenList hidden={trial.hidden} person={person} />
      <LeftOutList trial={trial} />
      <FigureLegend hits={hits} />
      <TrialTimes times={trial.times} />
    </Stack>
  );
}
