import { Radio, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import type { SourceView } from '@/lib/shared/sources';
import { deleteSource } from './sources-api';

interface Props {
  source: SourceView;
  onDeleted: () => void;
  onClose: () => void;
}

/** Asks before a source is deleted, and what is to become of its documents. */
export function DeleteSourceDialog({ source, onDeleted, onClose }: Props) {
  const t = useTranslations('sources.delete');
  const { id, name, documents } = source;
  const [fate, setFate] = useState('keep');
  return (
    <ConfirmDialog
      isOpen
      title={t('title')}
      text={t('text', { name })}
      confirm={t('confirm')}
      onConfirm={async () => {
        await deleteSource(id, fate === 'keep');
        onDeleted();
      }}
      onClose={onClose}
    >
      {documents > 0 ? (
        <Radio.Group value={fate} onChange={setFate} aria-label={t('title')} mt="md">
          <Stack gap="sm">
            <Radio value="keep" label={t('keep')} description={t('keepHint')} />
            <Radio
              value="with"
              label={t('with')}
              description={t('withHint', { count: documents })}
            />
          </Stack>
        </Radio.Group>
      ) : null}
    </ConfirmDialog>
  );
}
