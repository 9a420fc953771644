import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';

interface Props {
  /** What went wrong when the documents were fetched; null when nothing did. */
  fault: unknown;
  /** Whether changes are heard of. */
  isOnline: boolean;
  onRetry: () => void;
}

/** Why the list may not be up to date, and what to do. */
export function ListProblem({ fault, isOnline, onRetry }: Props) {
  const t = useTranslations('knowledge');
  if (fault) {
    return (
      <Alert color="red" variant="light" role="alert">
        <Group justify="space-between">
          {problemSentence(fault) ?? t('failed')}
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('upload.retry')}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (isOnline) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('list.offline')}
    </Text>
  );
}
