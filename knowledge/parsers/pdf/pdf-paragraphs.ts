import { type Line, lineText } from './pdf-lines';
import { isChapter, isListItem } from './pdf-sizes';
import { tableLength } from './pdf-tables';

/** Lines of one paragraph are at most this many font sizes apart. */
const maxLineSpacing = 2.5;
/** Lines that go on in the next one end at most this many font sizes before their column does. */
const columnSlack = 4;
/** What ends a sentence: a paragraph that ends without goes on in the next column. */
const sentenceEnd = /[.!?:;。！？：；…]["'”’)）]*$/;

/** How many lines from `start` on make a paragraph. */
export function paragraphLength(lines: Line[], start: number): number {
  const spacing = lineSpacing(lines);
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const [above, line] = [lines[at - 1], lines[at]];
    if (!above || !line || line.block || line.angle !== above.angle) break;
    const isOtherSize = Math.abs(above.size - line.size) > 0.6;
    if (isOtherSize || startsBlock(line) || isChapter(above)) break;
    if (isFar(above, line, spacing) && !isInNextColumn(above, line)) break;
    if (tableLength(lines, at) > 0) break;
  }
  return at - start;
}

/** The distance from line to line inside paragraphs: the lower quartile of all on the page. */
function lineSpacing(lines: Line[]): number {
  const gaps = lines
    .map((line, index) => (lines[index - 1]?.baseline ?? line.baseline) - line.baseline)
    .filter((gap) => gap > 1)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

function isFar(above: Line, line: Line, spacing: number): boolean {
  const gap = above.baseline - line.baseline;
  const usual = Math.min(Math.max(spacing, line.size), line.size * maxLineSpacing);
  return gap < 0 || gap > usual * 1.3;
}

/** A line at the top of a column goes on with a sentence that the column before left open. */
function isInNextColumn(above: Line, line: Line): boolean {
  return (
    line.baseline > above.baseline &&
    line.place.left > above.place.right &&
    above.place.right > above.columnRight - columnSlack * above.size &&
    !sentenceEnd.test(lineText(above))
  );
}

function startsBlock(line: Line): boolean {
  return isListItem(lineText(line)) || isChapter(line);
}
