import { Alert, Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/problem-sentence';

interface Props {
  fault: unknown;
  onRetry: () => void;
}

/** Why a list could not be fetched, and the way to try again. */
export function ListFault({ fault, onRetry }: Props) {
  const t = useTranslations('inbox');
  return (
    <Alert color="red" variant="light" m="sm" role="alert" title={t('failed')}>
      <Stack gap="xs" align="start">
        {problemSentence(fault)}
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
