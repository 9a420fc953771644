import type { PageArea } from '@/lib/shared/chunks';

/** Lines this far apart, in line heights, still make one block. */
const maxGap = 1.5;

/**
 * Joins the places of lines that stand under each other into as few rectangles as show the same
 * text: one to a paragraph or a part of a column.
 */
export function mergeBoxes(lines: PageArea[]): PageArea[] {
  const blocks: PageArea[] = [];
  let lineHeight = 0;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && continues(last, line, Math.max(lineHeight, line.height))) {
      Object.assign(last, union(last, line));
    } else blocks.push({ ...line });
    lineHeight = line.height;
  }
  return blocks.map(round);
}

function continues(block: PageArea, line: PageArea, lineHeight: number): boolean {
  if (block.page !== line.page) return false;
  const gap = line.y - (block.y + block.height);
  const overlap = Math.min(block.x + block.width, line.x + line.width) - Math.max(block.x, line.x);
  return (
    gap < maxGap * lineHeight &&
    gap > -block.height - lineHeight &&
    overlap > 0 &&
    line.y >= block.y
  );
}

function union(a: PageArea, b: PageArea): PageArea {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    page: a.page,
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** A ten-thousandth of a page is less than anyone sees. */
function round({ page, ...area }: PageArea): PageArea {
  const four = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    page,
    x: four(area.x),
    y: four(area.y),
    width: four(area.width),
    height: four(area.height),
  };
}
