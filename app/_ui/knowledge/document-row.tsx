import { ActionIcon, NativeSelect, TableTd, TableTr, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/app/_ui/text-link';
import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import { DocumentStatus } from './document-status';
import { fileSize } from './file-size';
import classes from './knowledge.module.css';
import type { useVisibilityOptions } from './use-visibility-options';

interface Props {
  document: DocumentView;
  visibilities: ReturnType<typeof useVisibilityOptions>;
  mayManage: boolean;
  onChangeVisibility: (visibility: Visibility) => void;
  onDelete: () => void;
}

/** One document: how it stands, how large it is, who may see it. */
export function DocumentRow(props: Props) {
  const { document, visibilities, mayManage, onChangeVisibility, onDelete } = props;
  const t = useTranslations('knowledge');
  const format = useFormatter();
  const { title, filename, visibility } = document;
  const size = fileSize(document.bytes);
  return (
    <TableTr>
      <TableTd className={classes.title}>
        <TextLink href={`/knowledge/${document.id}`} lineClamp={2}>
          {title}
        </TextLink>
        {filename === title ? null : (
          <Text size="xs" c="dimmed" truncate>
            {filename}
          </Text>
        )}
      </TableTd>
      <TableTd className={classes.status}>
        <DocumentStatus document={document} />
      </TableTd>
      <TableTd visibleFrom="sm" ta="right">
        {document.pages ?? '–'}
      </TableTd>
      <TableTd visibleFrom="sm" ta="right">
        {document.chunks ?? '–'}
      </TableTd>
      <TableTd visibleFrom="md" ta="right" className={classes.size}>
        {format.number(size.value, size.options)}
      </TableTd>
      <TableTd>
        {mayManage ? (
          <NativeSelect
            size="xs"
            aria-label={t('visibility.label', { title })}
            value={visibility}
            onChange={(event) =>
              onChangeVisibility(visibilitySchema.parse(event.currentTarget.value))
            }
            data={visibilities.optionsWith(visibility)}
          />
        ) : (
          <Text size="sm">{visibilities.labelOf(visibility)}</Text>
        )}
      </TableTd>
      {mayManage ? (
        <TableTd ta="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('delete.action', { title })}
            onClick={onDelete}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </TableTd>
      ) : null}
    </TableTr>
  );
}
