import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';
import type { DocumentView } from '@/lib/shared/documents';

interface Props {
  /** The document to delete; null keeps the dialog closed. */
  document: DocumentView | null;
  onConfirm: (document: DocumentView) => Promise<void>;
  onClose: () => void;
  /** The dialog has gone, and has given the focus back. */
  onClosed?: () => void;
}

/** Asks before a document is deleted. */
export function DeleteDocumentDialog({ document, onConfirm, onClose, onClosed }: Props) {
  const t = useTranslations('knowledge');
  const common = useTranslations('common');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  async function confirm() {
    if (!document) return;
    setIsBusy(true);
    setFault(null);
    try {
      await onConfirm(document);
      onClose();
    } catch (error) {
      setFault(error);
    }
    setIsBusy(false);
  }

  return (
    <Modal
      opened={document !== null}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      title={t('delete.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Text size="sm">{t('delete.text', { title: document?.title ?? '' })}</Text>
      {fault ? (
        <Text size="sm" c="red" mt="sm" role="alert">
          {problemSentence(fault) ?? t('upload.network')}
        </Text>
      ) : null}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button color="red" loading={isBusy} onClick={confirm}>
          {t('delete.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
