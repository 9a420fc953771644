import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** What the rows are told apart by: columns at the left. */
  names: string[];
  /** Columns of figures, at the right. */
  figures: string[];
  /** Narrower than this, in pixels, it is scrolled sideways. */
  minWidth: number;
  children: ReactNode;
}

/** A table of figures; its rows are its children. */
export function FigureTable({ names, figures, minWidth, children }: Props) {
  return (
    <TableScrollContainer minWidth={minWidth}>
      <Table verticalSpacing="xs">
        <TableThead>
          <TableTr>
            {names.map((name) => (
              <TableTh key={name}>{name}</TableTh>
            ))}
            {figures.map((name) => (
              <TableTh key={name} ta="right">
                {name}
              </TableTh>
            ))}
          </TableTr>
        </TableThead>
        <TableTbody>{children}</TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
