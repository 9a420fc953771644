import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import { useAct } from '@/app/_ui/use-act';
import type { ChunkView } from '@/lib/shared/chunks';
import { changeChunk, undoChunk } from './passages-api';

interface Props {
  chunk: ChunkView;
  onEdit: () => void;
  onReplaced: (chunk: ChunkView) => void;
  onGone: () => Promise<void>;
}

/** Edit, switch off and on, and the way back to what was read. */
export function PassageTools({ chunk, onEdit, onReplaced, onGone }: Props) {
  const t = useTranslations('document.passages');
  const { documentId } = useReader();
  const { act, isBusy } = useAct();
  const { id, seq, isDisabled } = chunk;
  const number = seq + 1;

  const toggle = () =>
    act(async () => {
      onReplaced(await changeChunk(documentId, id, { isDisabled: !isDisabled }));
      return t(isDisabled ? 'switchedOn' : 'switchedOff', { number });
    });

  return (
    <Group gap={6} mt="xs">
      <Button
        variant="default"
        size="compact-xs"
        aria-label={t('editNumber', { number })}
        onClick={onEdit}
      >
        {t('edit')}
      </Button>
      <Button
        variant="default"
        size="compact-xs"
        loading={isBusy}
        aria-label={t(isDisabled ? 'enableNumber' : 'disableNumber', { number })}
        onClick={toggle}
      >
        {t(isDisabled ? 'enable' : 'disable')}
      </Button>
      <UndoButton chunk={chunk} onGone={onGone} />
    </Group>
  );
}

/** Undoes an edit; a passage that was added stands nowhere else and is asked about first. */
function UndoButton({ chunk, onGone }: Pick<Props, 'chunk' | 'onGone'>) {
  const t = useTranslations('document.passages');
  const { documentId } = useReader();
  const { act, isBusy } = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const number = chunk.seq + 1;
  const isAdded = chunk.edit?.kind === 'added';
  if (!chunk.edit || chunk.edit.kind === 'disabled') return null;

  const undo = () =>
    act(async () => {
      await undoChunk(documentId, chunk.id);
      await onGone();
      return t('undone', { number });
    });

  async function remove() {
    await undoChunk(documentId, chunk.id);
    await onGone();
    notifications.show({ message: t('removed') });
  }

  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        loading={isBusy}
        aria-label={t(isAdded ? 'removeNumber' : 'undoNumber', { number })}
        onClick={isAdded ? () => setIsAsking(true) : undo}
      >
        {t(isAdded ? 'remove' : 'undo')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('removeTitle')}
        text={t('removeText')}
        confirm={t('remove')}
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
