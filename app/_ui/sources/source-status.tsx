import { Badge, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { SourceView } from '@/lib/shared/sources';
import { isDue } from './use-sources';

const colors = {
  idle: 'green',
  partial: 'yellow',
  waiting: 'blue',
  failed: 'red',
  paused: 'gray',
} as const;

/** How a source stands: how far its run is, or how the last one ended. */
export function SourceStatus({ source }: { source: SourceView }) {
  const t = useTranslations('sources');
  const { state, name, progress } = source;
  if (state === 'running') {
    const { found = 0, done = 0 } = progress ?? {};
    return (
      <Stack gap={4} miw={110}>
        <Text size="xs" c="dimmed">
          {found > 0 ? `${t('state.running')} · ${t('progress', { done, found })}` : t('listing')}
        </Text>
        <Progress
          value={found > 0 ? (done / found) * 100 : 0}
          size="sm"
          aria-label={t('progressLabel', { name, done, found })}
          transitionDuration={200}
        />
      </Stack>
    );
  }
  const shown = shownState(source);
  return (
    <Badge size="sm" variant="dot" tt="none" fw={500} color={colors[shown]}>
      {t(`state.${shown}`)}
    </Badge>
  );
}

function shownState(source: SourceView): keyof typeof colors {
  if (source.isPaused) return 'paused';
  if (isDue(source)) return 'waiting';
  if (source.state === 'failed') return 'failed';
  return source.outcome && source.outcome.failed > 0 ? 'partial' : 'idle';
}
