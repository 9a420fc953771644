import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import { useAct } from '@/app/_ui/use-act';
import styles from './passages.module.css';
import { addChunk, discardEdit, type UnplacedEdit } from './passages-api';

interface Props {
  edits: UnplacedEdit[];
  /** Where the words of an edit are put when they are added; null where there are no pages. */
  page: number | null;
  onChanged: () => Promise<void>;
}

/** Edits whose passage this version does not have: what they were, and what to do with them. */
export function UnplacedEdits({ edits, page, onChanged }: Props) {
  const t = useTranslations('document.unplaced');
  if (edits.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" title={t('title', { count: edits.length })}>
      <Text size="sm">{t('text')}</Text>
      <Stack component="ul" gap="sm" mt="sm" className={styles.unplaced}>
        {edits.map((edit) => (
          <Unplaced key={edit.id} edit={edit} page={page} onChanged={onChanged} />
        ))}
      </Stack>
    </Alert>
  );
}

function Unplaced({ edit, page, onChanged }: { edit: UnplacedEdit } & Omit<Props, 'edits'>) {
  const t = useTranslations('document.unplaced');
  const { documentId } = useReader();
  const { act, isBusy } = useAct();
  const { id, originalText, text } = edit;

  const discard = () =>
    act(async () => {
      await discardEdit(documentId, id);
      await onChanged();
      return t('discarded');
    });

  const adopt = (words: string) =>
    act(async () => {
      await addChunk(documentId, { text: words, page });
      await discardEdit(documentId, id);
      await onChanged();
      return t('adopted');
    });

  return (
    <li>
      <Text size="xs" fw={600}>
        {t('original')}
      </Text>
      <p className={styles.original}>{originalText}</p>
      <Text size="xs" fw={600}>
        {text === null ? t('switchedOff') : t('changedTo')}
      </Text>
      {text === null ? null : <p className={styles.words}>{text}</p>}
      <Group gap={6} mt="xs">
        {text === null ? null : (
          <Button size="compact-xs" variant="default" loading={isBusy} onClick={() => adopt(text)}>
            {t('adopt')}
          </Button>
        )}
        <Button size="compact-xs" variant="default" loading={isBusy} onClick={discard}>
          {t('discard')}
        </Button>
      </Group>
    </li>
  );
}
