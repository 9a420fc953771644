import { Badge, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DocumentView } from '@/lib/shared/documents';

/** How far a document has come; for one that failed, why and what to do. */
export function DocumentStatus({ document }: { document: DocumentView }) {
  const t = useTranslations('knowledge');
  const { status, progress, error, title } = document;
  if (status === 'ready' || status === 'failed') {
    return (
      <Stack gap={2} align="start">
        <Badge
          size="sm"
          variant="dot"
          tt="none"
          fw={500}
          color={status === 'ready' ? 'green' : 'red'}
        >
          {t(`status.${status}`)}
        </Badge>
        {error ? <Text size="xs">{error.message}</Text> : null}
      </Stack>
    );
  }
  const percent = Math.round(progress * 100);
  return (
    <Stack gap={4} miw={90}>
      <Text size="xs" c="dimmed">
        {t(`status.${status}`)}
      </Text>
      <Progress
        value={percent}
        size="sm"
        aria-label={t('progressLabel', { title, percent })}
        transitionDuration={200}
      />
    </Stack>
  );
}
