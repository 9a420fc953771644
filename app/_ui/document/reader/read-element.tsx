import { Title } from '@mantine/core';
import type { DocumentElement } from '@/lib/shared/documents';
import { ReadTable } from './read-table';
import classes from './reader.module.css';

interface Props {
  element: DocumentElement;
  /** What the passage says that it is marked for; of a table, only the rows of it are marked. */
  passage?: string | null;
}

/** One thing that was read, as it is meant to be read: a heading, a table, a paragraph. */
export function ReadElement({ element, passage = null }: Props) {
  if (element.kind === 'title') {
    return (
      <Title order={3} className={classes.heading} fz={element.level === 1 ? 'lg' : 'md'}>
        {element.text}
      </Title>
    );
  }
  if (element.kind === 'table' && element.rows) {
    return <ReadTable rows={element.rows} passage={passage} />;
  }
  return <p className={classes.paragraph}>{element.text}</p>;
}
