import { Title } from '@mantine/core';
import { MarkedText } from '@/app/_ui/document/quoted/marked-text';
import type { DocumentElement } from '@/lib/shared/documents';
import { findQuote } from '@/lib/shared/find-quote';
import { ReadTable } from './read-table';
import classes from './reader.module.css';
import { useReader } from './reader-context';

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
  return <Paragraph text={element.text} isMarked={passage !== null} />;
}

/** Where its passage is marked, the words that the address quotes are marked in it. */
function Paragraph({ text, isMarked }: { text: string; isMarked: boolean }) {
  const { quote, active } = useReader();
  const isQuoted = isMarked && quote !== null && quote.chunkId === active;
  return (
    <p className={classes.paragraph}>
      <MarkedText text={text} quoted={isQuoted ? findQuote(text, quote.words) : null} />
    </p>
  );
}
