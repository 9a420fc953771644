import { Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { CaseSummary } from '@/lib/shared/inbox';
import { CaseTime } from './case-time';
import classes from './inbox.module.css';
import { PriorityBadge } from './priority-badge';

interface Props {
  item: CaseSummary;
  isSelected: boolean;
  isMine: boolean;
  isUnread: boolean;
  onOpen: () => void;
}

/** One case in the list: who waits, for what, since when and until when. */
export function CaseItem({ item, isSelected, isMine, isUnread, onOpen }: Props) {
  const t = useTranslations('inbox');
  const person = item.participant.name ?? t(`participant.${item.participant.kind}`);
  const assignment = isMine
    ? t(item.isAwaitingReply ? 'awaitingReply' : 'assignedToYou')
    : t('assignedTo', { name: item.assignee?.name ?? t('someone') });
  return (
    <UnstyledButton
      className={classes.item}
      aria-current={isSelected ? 'true' : undefined}
      data-unread={isUnread}
      onClick={onOpen}
    >
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} truncate>
          {isUnread ? <span className={classes.dot} role="img" aria-label={t('unread')} /> : null}
          {person}
        </Text>
        <PriorityBadge priority={item.priority} />
      </Group>
      <Text size="sm" truncate>
        {item.title}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {t(`category.${item.category}`)}
        {item.state === 'assigned' ? ` · ${assignment}` : null}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        <CaseTime item={item} />
      </Text>
    </UnstyledButton>
  );
}
