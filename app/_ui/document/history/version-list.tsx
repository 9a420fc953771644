import {
  Button,
  Skeleton,
  Stack,
  Table,
  TableTbody,
  TableTh,
  TableThead,
  TableTr,
  VisuallyHidden,
} from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadProblem } from '@/app/_ui/load-problem';
import type { VersionView } from '@/lib/shared/documents';
import classes from './history.module.css';
import { VersionRow } from './version-row';

/** Rows drawn at first, and more at each «show more». */
const stepSize = 50;

interface Props {
  documentId: string;
  /** Newest first; absent until they are loaded. */
  versions: VersionView[] | undefined;
  fault: unknown;
  mayManage: boolean;
  onRetry: () => void;
  onChanged: () => Promise<void>;
}

/** Every file that was handed in for this document, and which of them answers. */
export function VersionList({ documentId, versions, fault, mayManage, ...on }: Props) {
  const t = useTranslations('document.versions');
  const [shown, setShown] = useState(stepSize);
  if (!versions) {
    return fault ? <LoadProblem fault={fault} onRetry={on.onRetry} /> : <Skeleton h="6rem" />;
  }
  return (
    <Stack gap="sm" align="start">
      <Table verticalSpacing="xs" className={classes.versions} aria-label={t('label')}>
        <TableThead>
          <TableTr>
            <TableTh>{t('number')}</TableTh>
            <TableTh>{t('file')}</TableTh>
            <TableTh>{t('when')}</TableTh>
            <TableTh>{t('content')}</TableTh>
            <TableTh>{t('status')}</TableTh>
            <TableTh>
              <VisuallyHidden>{t('download')}</VisuallyHidden>
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {versions.slice(0, shown).map((version) => (
            <VersionRow
              key={version.number}
              documentId={documentId}
              version={version}
              mayManage={mayManage}
              onChanged={on.onChanged}
            />
          ))}
        </TableTbody>
      </Table>
      {versions.length > shown ? (
        <Button variant="default" size="xs" onClick={() => setShown(shown + stepSize)}>
          {t('more')}
        </Button>
      ) : null}
    </Stack>
  );
}
