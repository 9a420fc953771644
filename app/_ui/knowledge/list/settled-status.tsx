import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { DocumentView } from '@/lib/shared/documents';
import { useElapsed } from './use-elapsed';

const colors = { ready: 'green', failed: 'red', cancelled: 'gray' } as const;

/** A document that is ready, with the time its reading took, or that failed: why, and when. */
export function SettledStatus({ document }: { document: DocumentView }) {
  const t = useTranslations('knowledge');
  const elapsed = useElapsed();
  const { error, attempt, startedAt, endedAt } = document;
  const outcome = !error ? 'ready' : error.code === 'cancelled' ? 'cancelled' : 'failed';
  return (
    <Stack gap={2} align="start">
      <Group gap={6}>
        <Badge size="sm" variant="dot" tt="none" fw={500} color={colors[outcome]}>
          {t(`status.${outcome}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          {outcome === 'ready' && startedAt && endedAt
            ? elapsed(Date.parse(endedAt) - Date.parse(startedAt))
            : null}
          {outcome !== 'ready' && endedAt ? <TimeAgo at={endedAt} /> : null}
          {outcome === 'failed' && attempt > 0 ? (
            <> · {t('row.attempts', { count: attempt })}</>
          ) : null}
        </Text>
      </Group>
      {outcome === 'failed' ? <Text size="xs">{error?.message}</Text> : null}
    </Stack>
  );
}
