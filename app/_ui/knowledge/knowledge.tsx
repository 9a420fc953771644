'use client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';
import type { DocumentView } from '@/lib/shared/documents';
import { DocumentList } from './document-list';
import { UploadList } from './upload-list';
import { UploadPanel } from './upload-panel';
import { useDocuments } from './use-documents';
import { useUploads } from './use-uploads';
import type { Team } from './use-visibility-options';

interface Props {
  initial: DocumentView[];
  teams: Team[];
  /** Largest file, in megabytes. */
  limitMb: number;
  mayManage: boolean;
}

/** The documents that answers are taken from: upload, watch, open to readers, delete. */
export function Knowledge({ initial, teams, limitMb, mayManage }: Props) {
  const t = useTranslations('knowledge');
  const { documents, fault, reload, refresh } = useDocuments(initial);
  const { uploads, add, refuse, retry, remove } = useUploads(refresh);
  return (
    <Stack gap="lg">
      {mayManage ? (
        <UploadPanel teams={teams} limitMb={limitMb} onChoose={add} onTooLarge={refuse} />
      ) : null}
      <UploadList uploads={uploads} onRetry={retry} onRemove={remove} />
      {fault ? (
        <Alert color="red" variant="light" role="alert">
          <Group justify="space-between">
            {problemSentence(fault) ?? t('failed')}
            <Button size="xs" variant="default" onClick={reload}>
              {t('upload.retry')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      <DocumentList documents={documents} teams={teams} mayManage={mayManage} onChanged={refresh} />
    </Stack>
  );
}
