import { cleanLine } from './clean-text';
import type { Element as Piece } from './parsed-document';
import { tableElements } from './table-element';
import { allNamed, childrenNamed, findNamed, textNamed } from './xml';

/** What a chart of an office file says: its title, and its figures as a table of its series. */
export function chartElements(chart: Element | null, page: number | null): Piece[] {
  const [title] = childrenNamed(findNamed(chart, 'c:chart'), 'c:title');
  const text = cleanLine(textNamed(title, 'a:t'));
  const series = allNamed(chart, 'c:ser');
  const names = series.map((one) => cleanLine(pointsOf(childrenNamed(one, 'c:tx')[0]).join(' ')));
  const categories = series.map((one) => pointsOf(childrenNamed(one, 'c:cat')[0])).find(Boolean);
  const values = series.map((one) => pointsOf(childrenNamed(one, 'c:val')[0]));
  const rows = (categories ?? []).map((category, at) => [
    cleanLine(category),
    ...values.map((points) => points[at] ?? ''),
  ]);
  return [
    ...(text === '' ? [] : [{ kind: 'text', text, page } satisfies Piece]),
    ...(rows.length === 0 ? [] : tableElements([['', ...names], ...rows], page)),
  ];
}

/** Values by their place; some may be left out. */
function pointsOf(holder: Element | undefined): string[] {
  const points: string[] = [];
  for (const point of allNamed(holder, 'c:pt')) {
    const at = Number(point.getAttribute('idx') ?? points.length);
    if (at < 10_000) points[at] = textNamed(point, 'c:v');
  }
  return Array.from(points, (point) => point ?? '');
}
