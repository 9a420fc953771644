import { Alert, Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/problem-sentence';
import { RequestError } from '@/app/_ui/request-json';

interface Props {
  fault: unknown;
  /** Fetches what somebody else saved meanwhile; what was typed stays. */
  onReload?: () => void;
}

/** Why an attempt failed; where somebody else was faster, with a button that fetches their change. */
export function AttemptProblem({ fault, onReload }: Props) {
  const t = useTranslations('tools');
  const common = useTranslations('common');
  if (!fault) return null;
  const isConflict = fault instanceof RequestError && fault.code === 'conflict';
  return (
    <Alert color="red" variant="light" role="alert">
      <Group justify="space-between" gap="xs">
        {problemSentence(fault) ?? common('unreachable')}
        {isConflict && onReload ? (
          <Button size="xs" variant="default" onClick={onReload}>
            {t('reload')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}
