import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';

interface Props {
  isOpen: boolean;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before an added passage is removed: its words stand nowhere else. */
export function RemovePassageDialog({ isOpen, onConfirm, onClose }: Props) {
  const t = useTranslations('document');
  const common = useTranslations('common');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  async function run() {
    setIsBusy(true);
    setFault(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFault(error);
    }
    setIsBusy(false);
  }

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('passages.removeTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Text size="sm">{t('passages.removeText')}</Text>
      {fault ? (
        <Text size="sm" c="red" mt="sm" role="alert">
          {problemSentence(fault) ?? t('network')}
        </Text>
      ) : null}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button color="red" loading={isBusy} onClick={run}>
          {t('passages.remove')}
        </Button>
      </Group>
    </Modal>
  );
}
