import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import type { ChunkView } from '@/lib/shared/chunks';
import { changeChunk } from './passages-api';
import { WordsForm } from './words-form';

interface Props {
  chunk: ChunkView;
  onSaved: (chunk: ChunkView) => void;
  onClose: () => void;
}

/** Where a passage is given other words. */
export function PassageEditor({ chunk, onSaved, onClose }: Props) {
  const t = useTranslations('document.passages');
  const { documentId } = useReader();
  const number = chunk.seq + 1;

  async function save(text: string) {
    onSaved(await changeChunk(documentId, chunk.id, { text }));
    notifications.show({ message: t('saved', { number }) });
  }

  return (
    <WordsForm
      label={t('editor', { number })}
      hint={t('editorHint')}
      save={t('save')}
      initial={chunk.text}
      onSave={save}
      onClose={onClose}
    />
  );
}
