import { Title } from '@mantine/core';
import type { DocumentElement } from '@/lib/shared/documents';
import { ReadTable } from './read-table';
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
  if (element.kind === 'table' && element.rows) return <ReadTable rows={element.rows} />;
  return <p className={classes.paragraph}>{element.text}</p>;
}
