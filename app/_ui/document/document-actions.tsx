import { Button, FileButton, Group } from '@mantine/core';
import {
  IconDownload,
  IconFileUpload,
  IconPlayerStop,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { cancelReading, retryReading } from '@/app/_ui/knowledge/documents-api';
import { useAct } from '@/app/_ui/use-act';
import type { DocumentView } from '@/lib/shared/documents';
import { fileUrl, uploadVersion } from './document-api';

interface Props {
  document: DocumentView;
  mayManage: boolean;
  onChanged: () => Promise<void>;
  onDelete: () => void;
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** What can be done with a document as it stands. */
export function DocumentActions({ document, mayManage, onChanged, onDelete }: Props) {
  const t = useTranslations('document.actions');
  return (
    <Group gap="xs" role="group" aria-label={t('label')}>
      <Button
        component="a"
        href={fileUrl(document.id, document.liveVersion ?? document.newestVersion)}
        download
        variant="default"
        size="xs"
        leftSection={<IconDownload {...icon} />}
      >
        {t('download')}
      </Button>
      {mayManage ? <NewVersionButton id={document.id} onChanged={onChanged} /> : null}
      {mayManage ? <ReadingButton document={document} onChanged={onChanged} /> : null}
      {mayManage ? (
        <Button
          variant="default"
          size="xs"
          c="red"
          leftSection={<IconTrash {...icon} />}
          onClick={onDelete}
        >
          {t('delete')}
        </Button>
      ) : null}
    </Group>
  );
}

function NewVersionButton({ id, onChanged }: { id: string; onChanged: () => Promise<void> }) {
  const t = useTranslations('document.actions');
  const { act, isBusy } = useAct();

  async function send(file: File | null) {
    if (!file) return;
    await act(async () => {
      const isNew = await uploadVersion(id, file);
      return t(isNew ? 'uploaded' : 'unchanged', { name: file.name });
    });
    await onChanged();
  }

  return (
    <FileButton onChange={send} inputProps={{ 'aria-label': t('newVersion') }}>
      {({ onClick }) => (
        <Button
          variant="default"
          size="xs"
          loading={isBusy}
          leftSection={<IconFileUpload {...icon} />}
          onClick={onClick}
        >
          {t('newVersion')}
        </Button>
      )}
    </FileButton>
  );
}

/** Stops a reading that is under way; begins one again that failed. */
function ReadingButton({ document, onChanged }: Pick<Props, 'document' | 'onChanged'>) {
  const t = useTranslations('document.actions');
  const { act, isBusy } = useAct();
  const { id, status } = document;
  if (status === 'ready') return null;
  const isFailed = status === 'failed';
  const Icon = isFailed ? IconRefresh : IconPlayerStop;

  async function run() {
    await act(async () => {
      await (isFailed ? retryReading(id) : cancelReading(id));
      return null;
    });
    await onChanged();
  }

  return (
    <Button
      variant="default"
      size="xs"
      loading={isBusy}
      leftSection={<Icon {...icon} />}
      onClick={run}
    >
      {t(isFailed ? 'retry' : 'cancel')}
    </Button>
  );
}
