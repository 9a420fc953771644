import { Table, TableTbody, TableTh, TableThead, TableTr, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import type { DocumentView } from '@/lib/shared/documents';
import { DocumentRow } from './document-row';
import classes from './list.module.css';
import type { DocumentActs } from './use-document-acts';

interface Props {
  documents: DocumentView[];
  visibilities: ReturnType<typeof useVisibilityOptions>;
  acts: DocumentActs | null;
  onSource: (sourceId: string) => void;
}

const figures = ['version', 'pages', 'chunks', 'lastHit', 'size'] as const;

/** The documents, one to a row; on narrow screens each is a card. */
export function DocumentTable({ documents, visibilities, acts, onSource }: Props) {
  const t = useTranslations('knowledge.columns');
  return (
    <Table verticalSpacing="xs" className={classes.documents}>
      <TableThead>
        <TableTr>
          <TableTh>{t('title')}</TableTh>
          <TableTh>{t('status')}</TableTh>
          <TableTh>{t('visibility')}</TableTh>
          {figures.map((column) => (
            <TableTh key={column} visibleFrom="sm" ta="right">
              {t(column)}
            </TableTh>
          ))}
          {acts ? (
            <TableTh>
              <VisuallyHidden>{t('actions')}</VisuallyHidden>
            </TableTh>
          ) : null}
        </TableTr>
      </TableThead>
      <TableTbody>
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            visibilities={visibilities}
            acts={acts}
            onSource={onSource}
          />
        ))}
      </TableTbody>
    </Table>
  );
}
