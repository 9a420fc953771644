import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import type { ChunkView } from '@/lib/shared/chunks';
import styles from './passages.module.css';

/** A passage's number, where it stands, and how it differs from what was read. */
export function PassageHead({ chunk }: { chunk: ChunkView }) {
  const t = useTranslations('document.passages');
  const { showOnPage } = useReader();
  const { id, seq, boxes, edit, isDisabled } = chunk;
  const number = seq + 1;
  const page = usePages(chunk);
  return (
    <Group gap="xs">
      {boxes.length > 0 ? (
        <UnstyledButton
          className={styles.number}
          aria-label={t('show', { number })}
          onClick={() => showOnPage(id)}
        >
          {t('number', { number })}
        </UnstyledButton>
      ) : (
        <span className={styles.number}>{t('number', { number })}</span>
      )}
      {page ? (
        <Text size="xs" c="dimmed">
          {page}
        </Text>
      ) : null}
      {edit && edit.kind !== 'disabled' ? (
        <Badge variant="light" color="harbor" size="sm">
          {t(edit.kind)}
        </Badge>
      ) : null}
      {isDisabled ? (
        <Badge variant="light" color="gray" size="sm" title={t('disabledHint')}>
          {t('disabled')}
        </Badge>
      ) : null}
    </Group>
  );
}

function usePages({ page, pageTo }: ChunkView): string | null {
  const t = useTranslations('document.passages');
  const { unit } = useReader();
  if (page === null) return null;
  if (pageTo === null || pageTo === page) return t('page', { unit, page });
  return t('pageRange', { unit, from: page, to: pageTo });
}
