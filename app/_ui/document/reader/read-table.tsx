import {
  Button,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { passageRows } from './passage-elements';

/** Rows drawn at first, and more at each «show more»: a sheet may have thousands. */
const stepSize = 100;

interface Props {
  rows: string[][];
  /** Its rows are marked; null marks none. */
  passage: string | null;
}

/** A table that was read; its first row is its header. */
export function ReadTable({ rows, passage }: Props) {
  const t = useTranslations('document.reader');
  const [chosen, setShown] = useState(stepSize);
  const [header = [], ...body] = rows;
  const marked = passage === null ? new Set<number>() : passageRows(passage, body);
  const shown = Math.max(chosen, ...[...marked].map((row) => row + 1));
  return (
    <>
      <TableScrollContainer minWidth={300}>
        <Table withTableBorder withColumnBorders fz="sm">
          <TableThead>
            <TableTr>
              {header.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place.
                <TableTh key={column}>{cell}</TableTh>
              ))}
            </TableTr>
          </TableThead>
          <TableTbody>
            {body.slice(0, shown).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place.
              <TableTr key={row} data-marked={marked.has(row)}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place.
                  <TableTd key={column}>{cell}</TableTd>
                ))}
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
      {body.length > shown ? (
        <Button variant="default" size="xs" my="xs" onClick={() => setShown(shown + stepSize)}>
          {t('showMore')}
        </Button>
      ) : null}
    </>
  );
}
