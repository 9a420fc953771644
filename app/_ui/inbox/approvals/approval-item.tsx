import { Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/_ui/local-time';
import { useTimeAgo } from '@/app/_ui/time-ago';
import type { Approval } from '@/lib/shared/actions';
import classes from '../inbox.module.css';
import { findAmount } from './find-amount';

interface Props {
  item: Approval;
  isSelected: boolean;
  onOpen: () => void;
}

/** One approval in the list: who asks for what and how much, since when and until when. */
export function ApprovalItem({ item, isSelected, onOpen }: Props) {
  const t = useTranslations('approvals');
  const tInbox = useTranslations('inbox');
  const since = useTimeAgo(item.createdAt);
  const { participant, title, fields, isOwn } = item;
  return (
    <UnstyledButton
      className={classes.item}
      aria-current={isSelected ? 'true' : undefined}
      onClick={onOpen}
    >
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} truncate>
          {participant.name ?? tInbox(`participant.${participant.kind}`)}
        </Text>
        <Text size="sm" fw={600} flex="none">
          {findAmount(fields)?.value}
        </Text>
      </Group>
      <Text size="sm" truncate>
        {title}
      </Text>
      <Text size="xs" c="dimmed" truncate suppressHydrationWarning>
        {t('waitsSince', { time: since })} ·{' '}
        {t.rich('until', { time: () => <LocalTime at={item.expiresAt} /> })}
      </Text>
      {isOwn ? (
        <Text size="xs" c="dimmed" truncate>
          {t('ownShort')}
        </Text>
      ) : null}
    </UnstyledButton>
  );
}
