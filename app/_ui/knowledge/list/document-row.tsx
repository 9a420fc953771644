import { ActionIcon, Group, NativeSelect, TableTd, TableTr, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { visibilitySchema } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import { DocumentFigures } from './document-figures';
import { DocumentStatus } from './document-status';
import { DocumentTitle } from './document-title';
import classes from './list.module.css';
import { ReadingActs } from './reading-acts';
import type { DocumentActs } from './use-document-acts';

interface Props {
  document: DocumentView;
  visibilities: ReturnType<typeof useVisibilityOptions>;
  /** What the reader may do about it; null for those who only read. */
  acts: DocumentActs | null;
  onSource: (sourceId: string) => void;
}

/** One document: how it stands, who may see it, how large and how old it is. */
export function DocumentRow({ document, visibilities, acts, onSource }: Props) {
  const t = useTranslations('knowledge');
  const { title, visibility } = document;
  return (
    <TableTr>
      <TableTd className={classes.title}>
        <DocumentTitle document={document} onSource={onSource} />
      </TableTd>
      <TableTd className={classes.status}>
        <Group wrap="nowrap" align="start" justify="space-between" gap="sm">
          <div className={classes.outcome}>
            <DocumentStatus document={document} />
          </div>
          {acts ? <ReadingActs document={document} acts={acts} /> : null}
        </Group>
      </TableTd>
      <TableTd className={classes.visibility}>
        {acts ? (
          <NativeSelect
            size="xs"
            aria-label={t('visibility.label', { title })}
            value={visibility}
            onChange={(event) =>
              acts.changeVisibility(document, visibilitySchema.parse(event.currentTarget.value))
            }
            data={visibilities.optionsWith(visibility)}
          />
        ) : (
          <Text size="sm">{visibilities.labelOf(visibility)}</Text>
        )}
      </TableTd>
      <DocumentFigures document={document} />
      {acts ? (
        <TableTd ta="right" className={classes.bin}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('delete.action', { title })}
            onClick={() => acts.askToDelete(document)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </TableTd>
      ) : null}
    </TableTr>
  );
}
