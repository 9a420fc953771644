import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { CaseSummary } from '@/lib/shared/inbox';

const colors = { high: 'red', low: 'gray' } as const;

/** How urgent a case is; the ordinary says nothing. */
export function PriorityBadge({ priority }: Pick<CaseSummary, 'priority'>) {
  const t = useTranslations('inbox.priority');
  if (priority === 'normal') return null;
  return (
    <Badge size="sm" variant="light" color={colors[priority]} tt="none" fw={500} flex="none">
      {t(priority)}
    </Badge>
  );
}
