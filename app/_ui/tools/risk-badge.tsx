import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Risk } from '@/lib/shared/connections';

const colors = { read: 'blue', write: 'teal', approve: 'orange' } as const;

/** What a tool may do, in a word. */
export function RiskBadge({ risk }: { risk: Risk }) {
  const t = useTranslations('tools.risks');
  return (
    <Badge size="xs" variant="light" color={colors[risk]}>
      {t(`${risk}.short`)}
    </Badge>
  );
}
