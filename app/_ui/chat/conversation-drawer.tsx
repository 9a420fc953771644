'use client';
import { Drawer, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LocalTime } from '@/app/_ui/local-time';
import { problemSentence } from '@/app/_ui/problem-sentence';
import classes from './chat.module.css';
import { type ConversationEntry, fetchConversations } from './conversation-api';

interface Props {
  isOpen: boolean;
  currentId: string;
  onClose: () => void;
  onPick: (id: string) => void;
}

/** The person's own conversations, newest first. */
export function ConversationDrawer({ isOpen, currentId, onClose, onPick }: Props) {
  const t = useTranslations('chat.history');
  const [entries, setEntries] = useState<ConversationEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!isOpen) return;
    setProblem(null);
    fetchConversations().then(setEntries, (error: unknown) =>
      setProblem(problemSentence(error) ?? t('unreachable')),
    );
  }, [isOpen, t]);

  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size="20rem"
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {problem ? <Text role="alert">{problem}</Text> : null}
      {!problem && !entries ? <Skeleton height="8rem" aria-label={t('loading')} /> : null}
      {entries?.length === 0 ? <Text c="dimmed">{t('none')}</Text> : null}
      {entries?.map(({ id, title, updatedAt }) => (
        <UnstyledButton
          key={id}
          className={classes.historyItem}
          aria-current={id === currentId || undefined}
          onClick={() => onPick(id)}
        >
          <Text size="sm" truncate>
            {title || t('untitled')}
          </Text>
          <Text size="xs" c="dimmed">
            <LocalTime at={updatedAt} />
          </Text>
        </UnstyledButton>
      ))}
    </Drawer>
  );
}
