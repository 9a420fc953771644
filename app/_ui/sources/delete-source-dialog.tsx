import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';
import type { SourceView } from '@/lib/shared/sources';
import { deleteSource } from './sources-api';

interface Props {
  source: SourceView;
  onDeleted: () => void;
  onClose: () => void;
}

/** Asks before a source is deleted, and what is to become of its documents. */
export function DeleteSourceDialog({ source, onDeleted, onClose }: Props) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const { id, name, documents } = source;
  const [fate, setFate] = useState('keep');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  async function confirm() {
    setIsBusy(true);
    setFault(null);
    try {
      await deleteSource(id, fate === 'keep');
      onDeleted();
    } catch (error) {
      setFault(error);
      setIsBusy(false);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('delete.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('delete.text', { name })}</Text>
        {documents > 0 ? (
          <Radio.Group value={fate} onChange={setFate} aria-label={t('delete.title')}>
            <Stack gap="sm">
              <Radio value="keep" label={t('delete.keep')} description={t('delete.keepHint')} />
              <Radio
                value="with"
                label={t('delete.with')}
                description={t('delete.withHint', { count: documents })}
              />
            </Stack>
          </Radio.Group>
        ) : null}
        {fault ? (
          <Text size="sm" c="red" role="alert">
            {problemSentence(fault) ?? t('failed')}
          </Text>
        ) : null}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={confirm}>
            {t('delete.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
