import { Table, TableScrollContainer, TableTbody, TableTd, TableTr, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DocumentElement } from '@/lib/shared/documents';
import classes from './knowledge.module.css';

/** What was read from a document, in reading order, under the pages it stands on. */
export function DocumentText({ elements }: { elements: DocumentElement[] }) {
  const t = useTranslations('knowledge.document');
  return (
    <div className={classes.text}>
      {elements.map((element, index) => {
        const { page } = element;
        const isNewPage = page !== null && page !== elements[index - 1]?.page;
        return (
          // Elements have no identity of their own, and this list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <div key={index}>
            {isNewPage ? <p className={classes.page}>{t('page', { page })}</p> : null}
            <Element element={element} />
          </div>
        );
      })}
    </div>
  );
}

function Element({ element }: { element: DocumentElement }) {
  if (element.kind === 'title') {
    return (
      <Title order={3} className={classes.heading} fz={element.level === 1 ? 'lg' : 'md'}>
        {element.text}
      </Title>
    );
  }
  if (element.kind === 'table' && element.rows) return <Rows rows={element.rows} />;
  return <p className={classes.element}>{element.text}</p>;
}

function Rows({ rows }: { rows: string[][] }) {
  return (
    <TableScrollContainer minWidth={300}>
      <Table withTableBorder withColumnBorders fz="sm">
        <TableTbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows and cells are known by their place.
            <TableTr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows and cells are known by their place.
                <TableTd key={column}>{cell}</TableTd>
              ))}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
