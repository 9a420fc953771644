import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ActButton } from '@/app/_ui/knowledge/act-button';
import type { UploadSummary } from './upload';
import type { useUploads } from './use-uploads';

interface Props {
  summary: UploadSummary;
  sending: ReturnType<typeof useUploads>;
  onShowFailed: () => void;
}

/** All uploads at a glance, with what may be done about all of them. */
export function UploadSummaryView({ summary, sending, onShowFailed }: Props) {
  const t = useTranslations('knowledge.uploads');
  const { total, done, counts, isFinished } = summary;
  const { failed, duplicate, cancelled } = counts;
  const percent = Math.floor(summary.progress * 100);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={500} role={isFinished ? 'status' : undefined}>
            {isFinished ? t('finished', { total, failed }) : t('running', { done, total, failed })}
          </Text>
          <Text size="xs" c="dimmed">
            {isFinished ? null : t('phases', counts)}
            {duplicate + cancelled > 0 ? (
              <>
                {isFinished ? null : ' · '}
                {t('notes', {
                  duplicates: duplicate,
                  cancelled,
                  both: String(duplicate > 0 && cancelled > 0),
                })}
              </>
            ) : null}
          </Text>
        </div>
        <UploadActs summary={summary} sending={sending} onShowFailed={onShowFailed} />
      </Group>
      {isFinished ? null : (
        <Progress value={percent} aria-label={t('overall', { percent })} transitionDuration={200} />
      )}
      {sending.isPaused ? (
        <Text size="sm" role="alert">
          {t('offline')}
        </Text>
      ) : null}
    </Stack>
  );
}

function UploadActs({ summary: { counts, isFinished }, sending, onShowFailed }: Props) {
  const t = useTranslations('knowledge.uploads');
  return (
    <Group gap="xs">
      {counts.failed > 1 ? (
        <>
          <ActButton size="compact-sm" variant="default" act={sending.retryAll}>
            {t('retryAll')}
          </ActButton>
          <Button size="compact-sm" variant="default" onClick={onShowFailed}>
            {t('showFailed')}
          </Button>
        </>
      ) : null}
      {isFinished ? (
        <Button size="compact-sm" variant="subtle" onClick={sending.clear}>
          {t('clear')}
        </Button>
      ) : (
        <ActButton size="compact-sm" variant="default" act={sending.cancelRest}>
          {t('cancelAll')}
        </ActButton>
      )}
    </Group>
  );
}
