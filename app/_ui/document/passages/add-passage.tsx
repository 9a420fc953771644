import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import { addChunk } from './passages-api';
import { WordsForm } from './words-form';

interface Props {
  /** The page that is shown; null where the document has none. */
  page: number | null;
  onAdded: () => Promise<void>;
}

/** Adds something that the document leaves out. */
export function AddPassage({ page, onAdded }: Props) {
  const t = useTranslations('document.passages');
  const { documentId, unit } = useReader();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(page === null ? '' : String(page));

  async function save(text: string) {
    const number = Number(chosen);
    await addChunk(documentId, { text, page: number > 0 ? Math.trunc(number) : null });
    notifications.show({ message: t('addedDone') });
    await onAdded();
  }

  if (!isOpen) {
    return (
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('add')}
      </Button>
    );
  }
  return (
    <WordsForm
      label={t('addLabel')}
      hint={t('addHint')}
      save={t('addSave')}
      initial=""
      onSave={save}
      onClose={() => setIsOpen(false)}
    >
      {page === null ? null : (
        <TextInput
          size="xs"
          w={140}
          mb="xs"
          type="number"
          min={1}
          label={t('addPage', { unit })}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
    </WordsForm>
  );
}
