import { findQuote, type TextRange } from '@/lib/shared/find-quote';
import { MarkedText } from './marked-text';
import { cellGlue, type PassageBlock, type PassageLine, passageBlocks } from './passage-blocks';
import classes from './quoted.module.css';

interface Props {
  text: string;
  headingPath: string[];
  /** These words are marked where the passage says them; null marks nothing. */
  quote: string | null;
}

/** What a passage says, to be read: with its headings and tables, and the quoted words marked. */
export function PassageWords({ text, headingPath, quote }: Props) {
  const quoted = quote === null ? null : findQuote(text, quote);
  return passageBlocks(text, headingPath).map((block) => (
    <Block key={block.lines[0]?.start} block={block} quoted={quoted} />
  ));
}

function Block({ block, quoted }: { block: PassageBlock; quoted: TextRange | null }) {
  if (block.kind === 'table') return <WordsTable rows={block.lines} quoted={quoted} />;
  const [first] = block.lines;
  const text = block.lines.map((line) => line.text).join('\n');
  return (
    <p className={block.kind === 'heading' ? classes.heading : classes.paragraph}>
      <MarkedText text={text} start={first?.start} quoted={quoted} />
    </p>
  );
}

function WordsTable({ rows, quoted }: { rows: PassageLine[]; quoted: TextRange | null }) {
  const [header, ...body] = rows;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>{header ? <Cells row={header} quoted={quoted} as="th" /> : null}</tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row.start}>
              <Cells row={row} quoted={quoted} as="td" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps {
  row: PassageLine;
  quoted: TextRange | null;
  as: 'th' | 'td';
}

function Cells({ row, quoted, as: Cell }: CellsProps) {
  let at = row.start;
  return row.text.split(cellGlue).map((text) => {
    const start = at;
    at += text.length + cellGlue.length;
    return (
      <Cell key={start}>
        <MarkedText text={text} start={start} quoted={quoted} />
      </Cell>
    );
  });
}
