'use client';
import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DocumentView } from '@/lib/shared/documents';
import { useElapsed } from './use-elapsed';
import { useServerClock } from './use-server-clock';

/** A worker that was not heard of for longer, in milliseconds, is taken for gone. */
const silenceMs = 15_000;

/** A document on its way: which step it is in, how much is done, and for how long it has been. */
export function ReadingProgress({ document }: { document: DocumentView }) {
  const t = useTranslations('knowledge');
  const elapsed = useElapsed();
  const now = useServerClock();
  const { status, progress, title, startedAt, heartbeatAt } = document;
  const percent = Math.round(progress * 100);
  const isWaiting =
    now !== null && heartbeatAt !== null && now - Date.parse(heartbeatAt) > silenceMs;
  const facts = [
    status === 'queued' ? null : t('row.percent', { percent }),
    now !== null && startedAt ? elapsed(now - Date.parse(startedAt)) : null,
    document.attempt > 1 ? t('row.attempts', { count: document.attempt }) : null,
  ];
  return (
    <Stack gap={4} miw="9rem">
      <Group justify="space-between" gap={0} style={{ columnGap: '0.5rem' }}>
        <Text size="xs" c={isWaiting ? undefined : 'dimmed'} fw={isWaiting ? 500 : undefined}>
          {t(`status.${isWaiting ? 'waiting' : status}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Group>
      <Progress
        value={percent}
        size="sm"
        color={isWaiting ? 'yellow' : undefined}
        aria-label={t('progressLabel', { title, percent })}
        transitionDuration={200}
      />
    </Stack>
  );
}
