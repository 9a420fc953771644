import { TableTd, TableTh, TableTr } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ModelSums } from '@/lib/shared/models';
import { FigureTable } from './figure-table';
import { formatCount, formatSpent } from './format-figures';
import classes from './models.module.css';

interface Row
  extends Pick<
    ModelSums,
    'calls' | 'errors' | 'unpriced' | 'inputTokens' | 'outputTokens' | 'costMicros'
  > {
  at: string;
  /** When the hour or day began, for people. */
  time: string;
}

/** The figures of the charts as a table, for those who cannot see bars or want the numbers. */
export function SeriesTable({ rows }: { rows: Row[] }) {
  const t = useTranslations('models.figures');
  const locale = useLocale();
  return (
    <details className={classes.table}>
      <summary>{t('asTable')}</summary>
      <FigureTable
        names={[t('time')]}
        figures={[t('calls'), t('errors'), t('tokens'), t('cost')]}
        minWidth={380}
      >
        {rows.map((row) => (
          <TableTr key={row.at}>
            <TableTh scope="row" fw={400}>
              {row.time}
            </TableTh>
            <TableTd ta="right">{formatCount(row.calls, locale)}</TableTd>
            <TableTd ta="right">{formatCount(row.errors, locale)}</TableTd>
            <TableTd ta="right">{formatCount(row.inputTokens + row.outputTokens, locale)}</TableTd>
            <TableTd ta="right">{formatSpent(row, locale)}</TableTd>
          </TableTr>
        ))}
      </FigureTable>
    </details>
  );
}
