'use client';
import { Button, Group } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ActionCard } from '@/lib/shared/chat';
import { calendarUrl } from './conversation-api';
import { UndoControl } from './undo-control';
import type { CardActs } from './use-action-card';
import { useIsAhead } from './use-is-ahead';

interface Props {
  card: ActionCard;
  acts: CardActs;
}

/** What a person can do about an action in the state that it is in. */
export function ActionControls({ card, acts }: Props) {
  const { state } = acts;
  const isUndoable = useIsAhead(state === 'done' ? card.undoUntil : undefined);
  if (state === 'proposed') return <Decision {...acts} />;
  if (state === 'awaiting-operator') return <Withdrawal {...acts} />;
  if (state !== 'done') return null;
  const calendar = card.hasCalendar ? <CalendarLink actionId={card.actionId} /> : null;
  if (card.undoUntil && (isUndoable || acts.isUndoing)) {
    return (
      <UndoControl until={card.undoUntil} acts={acts}>
        {acts.isUndoing ? null : calendar}
      </UndoControl>
    );
  }
  return calendar ? <Group mt="sm">{calendar}</Group> : null;
}

function Decision({ pending, decide }: CardActs) {
  const t = useTranslations('chat.actions');
  return (
    <Group gap="xs" mt="sm">
      <Button
        size="sm"
        loading={pending === 'approve'}
        disabled={pending !== null}
        onClick={() => decide('approve')}
      >
        {t('confirm')}
      </Button>
      <Button
        size="sm"
        variant="default"
        loading={pending === 'decline'}
        disabled={pending !== null}
        onClick={() => decide('decline')}
      >
        {t('cancel')}
      </Button>
    </Group>
  );
}

function Withdrawal({ pending, decide }: CardActs) {
  const t = useTranslations('chat.actions');
  return (
    <Button
      size="sm"
      mt="sm"
      variant="default"
      loading={pending === 'decline'}
      onClick={() => decide('decline')}
    >
      {t('withdraw')}
    </Button>
  );
}

function CalendarLink({ actionId }: { actionId: string }) {
  const t = useTranslations('chat.actions');
  return (
    <Button
      component="a"
      href={calendarUrl(actionId)}
      download
      size="sm"
      variant="default"
      leftSection={<IconCalendarPlus size={16} aria-hidden />}
    >
      {t('calendar')}
    </Button>
  );
}
