import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { TurnState } from '@/lib/db/conversations/turns';

const colors: Record<TurnState, string> = {
  running: 'blue',
  'awaiting-approval': 'yellow',
  completed: 'green',
  stopped: 'gray',
  failed: 'red',
  'handed-off': 'grape',
};

/** How a turn stands, in a word. */
export function TurnStateBadge({ state }: { state: TurnState }) {
  const t = useTranslations('admin.transcripts.state');
  return (
    <Badge size="sm" variant="dot" color={colors[state]} tt="none" fw={500} miw="max-content">
      {t(state)}
    </Badge>
  );
}
