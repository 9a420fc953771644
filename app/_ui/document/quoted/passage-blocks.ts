/** A line of a passage, and where in the passage it begins. */
export interface PassageLine {
  start: number;
  text: string;
}

/** A heading, a paragraph or a table of a passage, by its lines. */
export interface PassageBlock {
  kind: 'heading' | 'text' | 'table';
  lines: PassageLine[];
}

/** What stands between the cells of a row in a passage. */
export const cellGlue = ' | ';

/**
 * A passage as it is meant to be read: the headings it begins with, its paragraphs, and its tables,
 * whose rows are lines.
 */
export function passageBlocks(text: string, headingPath: string[]): PassageBlock[] {
  const blocks: PassageBlock[] = [];
  const headings = new Set(headingPath);
  let start = 0;
  let isAfterGap = true;
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const isOpening = last === undefined || last.kind === 'heading';
    const kind = isOpening && headings.has(line) ? 'heading' : kindOf(line);
    const joins = last?.kind === kind && kind !== 'heading' && !isAfterGap;
    isAfterGap = line === '';
    if (!isAfterGap) {
      if (joins) last.lines.push({ start, text: line });
      else blocks.push({ kind, lines: [{ start, text: line }] });
    }
    start += line.length + 1;
  }
  return blocks.map(asTextIfAlone);
}

function kindOf(line: string): PassageBlock['kind'] {
  return line.includes(cellGlue) ? 'table' : 'text';
}

/** A single line with a bar in it is no table. */
function asTextIfAlone(block: PassageBlock): PassageBlock {
  return block.kind === 'table' && block.lines.length < 2 ? { ...block, kind: 'text' } : block;
}
