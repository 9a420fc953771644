import { Alert, Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { problemSentence } from './problem-sentence';

interface Props {
  fault: unknown;
  onRetry: () => void;
}

/** Says why something could not be loaded, with a button to try again. */
export function LoadProblem({ fault, onRetry }: Props) {
  const t = useTranslations('common');
  return (
    <Alert color="red" variant="light" role="alert">
      <Group justify="space-between">
        {problemSentence(fault) ?? t('unreachable')}
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      </Group>
    </Alert>
  );
}
