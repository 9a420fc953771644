import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LoadProblem } from '@/app/_ui/load-problem';

interface Props {
  /** What went wrong when the documents were fetched; null when nothing did. */
  fault: unknown;
  /** Whether changes are heard of. */
  isOnline: boolean;
  onRetry: () => void;
}

/** Why the list may not be up to date, and what to do. */
export function ListProblem({ fault, isOnline, onRetry }: Props) {
  const t = useTranslations('knowledge.list');
  if (fault) return <LoadProblem fault={fault} onRetry={onRetry} />;
  if (isOnline) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('offline')}
    </Text>
  );
}
