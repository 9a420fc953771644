'use client';
import { Alert, Drawer, Skeleton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Citation } from '@/lib/shared/chat';
import { CitationProblem } from './citation-problem';
import { PassageView } from './passage-view';
import { useCitationNames } from './use-citation-names';
import { useCitedPassage } from './use-cited-passage';

interface Props {
  citation: Citation | null;
  onClose: () => void;
}

/** The passage behind a citation: its page with the quoted words marked, and its text. */
export function CitationDrawer({ citation, onClose }: Props) {
  const t = useTranslations('chat.citations');
  const { nameOf, placeOf } = useCitationNames();
  const { passage, fault } = useCitedPassage(citation);
  // The document may have another title, and its words another page, than when they were cited.
  const place = citation && placeOf(passage ?? citation);
  return (
    <Drawer
      opened={citation !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <>
          <Text fw={600}>{passage?.document ?? (citation ? nameOf(citation) : null)}</Text>
          {place ? (
            <Text size="sm" c="dimmed">
              {place}
            </Text>
          ) : null}
        </>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {citation?.isDeleted ? (
        <Alert color="yellow" variant="light" role="alert">
          {t('deletedText')}
        </Alert>
      ) : null}
      {citation && fault !== undefined ? (
        <CitationProblem citation={citation} fault={fault} />
      ) : null}
      {citation && passage ? <PassageView citation={citation} passage={passage} /> : null}
      {citation && !citation.isDeleted && fault === undefined && !passage ? (
        <Skeleton height="12rem" aria-label={t('loading')} />
      ) : null}
    </Drawer>
  );
}
