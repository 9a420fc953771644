'use client';
import { Alert, Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Citation } from '@/lib/shared/chat';
import classes from './message.module.css';
import { PassageView } from './passage-view';
import { usePassage } from './use-passage';

interface Props {
  citation: Citation | null;
  onClose: () => void;
}

/** The passage behind a citation, with its document and page. */
export function CitationDrawer({ citation, onClose }: Props) {
  const t = useTranslations('chat.citations');
  const { passage, fault } = usePassage(citation?.chunkId ?? null);
  return (
    <Drawer
      opened={citation !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={
        <>
          <Text fw={600}>{citation?.isDeleted ? t('deleted') : citation?.document}</Text>
          {citation?.page ? (
            <Text size="sm" c="dimmed">
              {t('place', { page: citation.page, unit: citation.unit })}
            </Text>
          ) : null}
        </>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {citation && fault ? (
        <Stack>
          <Alert color="yellow" variant="light" role="alert">
            {fault.sentence ?? t('unreachable')}
          </Alert>
          {citation.quote ? (
            <blockquote className={classes.quote}>{citation.quote}</blockquote>
          ) : null}
        </Stack>
      ) : null}
      {citation && !fault && !passage ? (
        <Skeleton height="12rem" aria-label={t('loading')} />
      ) : null}
      {citation && passage ? <PassageView passage={passage} quote={citation.quote} /> : null}
    </Drawer>
  );
}
