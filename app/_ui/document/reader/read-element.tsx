import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Title,
} from '@mantine/core';
import type { DocumentElement } from '@/lib/shared/documents';
import classes from './reader.module.css';

/** One thing that was read, as it is meant to be read: a heading, a table, a paragraph. */
export function ReadElement({ element }: { element: DocumentElement }) {
  if (element.kind === 'title') {
    return (
      <Title order={3} className={classes.heading} fz={element.level === 1 ? 'lg' : 'md'}>
        {element.text}
      </Title>
    );
  }
  if (element.kind === 'table' && element.rows) return <Rows rows={element.rows} />;
  return <p className={classes.paragraph}>{element.text}</p>;
}

/** A table; its first row is its header. */
function Rows({ rows: [header = [], ...body] }: { rows: string[][] }) {
  return (
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
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place.
            <TableTr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place.
                <TableTd key={column}>{cell}</TableTd>
              ))}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
