import { announcedBy } from './announced-by';
import { overlapWith } from './overlap';
import { type QuotableUnit, termsOf } from './passage-units';
import type { AskedFor } from './read-question';

/** Most rows or items that are shown of one table or list. */
const mostLines = 6;

const isBody = ({ kind, header }: QuotableUnit) => kind === 'row' && header !== undefined;

/** The rows that the question names by a word of their own; all of them when it names none. */
function rowsAskedFor(asked: AskedFor, rows: QuotableUnit[]): QuotableUnit[] {
  const overlap = overlapWith(asked, rows);
  const scored = rows.map((row) => ({ row, score: overlap(termsOf(row.text)) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const meant = scored.filter(({ score }) => score >= best * 0.9).map(({ row }) => row);
  return (best > 0 ? meant : rows).slice(0, mostLines);
}

/**
 * Completes what was chosen: a row brings its table, in the rows that are asked for, and a
 * sentence that announces a table or list brings that.
 */
export function expandBlocks(
  asked: AskedFor,
  chosen: QuotableUnit[],
  units: QuotableUnit[],
): QuotableUnit[] {
  const shown = new Set<QuotableUnit>();
  for (const unit of chosen) {
    if (unit.kind === 'row') {
      const table = units.filter(({ block }) => block === unit.block);
      for (const row of rowsAskedFor(asked, table.filter(isBody))) shown.add(row);
      continue;
    }
    shown.add(unit);
    const following = announcedBy(unit, units);
    const lines = following.some(isBody)
      ? rowsAskedFor(asked, following.filter(isBody))
      : following.slice(0, mostLines);
    for (const line of lines) shown.add(line);
  }
  return [...shown];
}
