import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useTimeAgo } from '@/app/_ui/time-ago';
import type { ChunkView } from '@/lib/shared/chunks';
import styles from './passages.module.css';

/** What a person did to a passage, who and when, and the words as they were read. */
export function EditNote({ chunk: { edit } }: { chunk: ChunkView }) {
  return edit ? <Note edit={edit} /> : null;
}

function Note({ edit }: { edit: NonNullable<ChunkView['edit']> }) {
  const t = useTranslations('document.passages');
  const time = useTimeAgo(edit.at);
  return (
    <div className={styles.note}>
      <Text size="xs" c="dimmed" suppressHydrationWarning>
        {t(`${edit.kind}By`, { name: edit.by, time })}
      </Text>
      {edit.kind === 'changed' ? (
        <>
          <Text size="xs" fw={600} mt={4}>
            {t('original')}
          </Text>
          <p className={styles.original}>{edit.originalText}</p>
        </>
      ) : null}
    </div>
  );
}
