import {
  Button,
  Table,
  TableTbody,
  TableTh,
  TableThead,
  TableTr,
  VisuallyHidden,
} from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Visibility } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import { DocumentRow } from './document-row';
import classes from './knowledge.module.css';
import { type Team, useVisibilityOptions } from './use-visibility-options';

/** Rows drawn at first, and more at each «show more»: a long list stays quick. */
const stepSize = 100;

interface Props {
  documents: DocumentView[];
  teams: Team[];
  mayManage: boolean;
  onChangeVisibility: (document: DocumentView, visibility: Visibility) => void;
  onDelete: (document: DocumentView) => void;
}

/** The documents, one to a row; narrow screens show what matters most. */
export function DocumentTable({ documents, teams, mayManage, ...handlers }: Props) {
  const t = useTranslations('knowledge');
  const visibilities = useVisibilityOptions(teams);
  const [shown, setShown] = useState(stepSize);
  return (
    <>
      <Table verticalSpacing="xs" className={classes.documents}>
        <TableThead>
          <TableTr>
            <TableTh>{t('columns.title')}</TableTh>
            <TableTh>{t('columns.status')}</TableTh>
            <TableTh visibleFrom="sm" ta="right">
              {t('columns.pages')}
            </TableTh>
            <TableTh visibleFrom="sm" ta="right">
              {t('columns.chunks')}
            </TableTh>
            <TableTh visibleFrom="md" ta="right">
              {t('columns.size')}
            </TableTh>
            <TableTh>{t('columns.visibility')}</TableTh>
            {mayManage ? (
              <TableTh>
                <VisuallyHidden>{t('delete.confirm')}</VisuallyHidden>
              </TableTh>
            ) : null}
          </TableTr>
        </TableThead>
        <TableTbody>
          {documents.slice(0, shown).map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              visibilities={visibilities}
              mayManage={mayManage}
              onChangeVisibility={(next) => handlers.onChangeVisibility(document, next)}
              onDelete={() => handlers.onDelete(document)}
            />
          ))}
        </TableTbody>
      </Table>
      {documents.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + stepSize)}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
