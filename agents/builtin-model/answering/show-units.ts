import { detectLocale } from '@/lib/locale';
import type { QuotableUnit } from './passage-units';

/** Longest single sentence that is quoted whole, in characters. */
const longestUnit = 600;

/** Neighbours of one paragraph, list or table are shown together, with one citation. */
function groupUnits(units: QuotableUnit[]): QuotableUnit[][] {
  const groups: QuotableUnit[][] = [];
  for (const unit of units) {
    if (groups.at(-1)?.[0]?.block === unit.block) groups.at(-1)?.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function shorten(text: string): string {
  if (text.length <= longestUnit) return text;
  const cut = text.slice(0, longestUnit).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestUnit / 2))} …`;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function markdownRow(row: string, columns: number): string {
  const cells = cellsOf(row);
  return `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`;
}

function showTable(rows: QuotableUnit[]): string {
  const header = rows[0]?.header ?? rows[0]?.text ?? '';
  const body = rows.map(({ text }) => text).filter((text) => text !== header);
  const columns = Math.max(...[header, ...body].map((row) => cellsOf(row).length));
  const rule = `|${' --- |'.repeat(columns)}`;
  const [first = '', ...others] = [header, ...body].map((row) => markdownRow(row, columns));
  return [first, rule, ...others].join('\n');
}

function showGroup(units: QuotableUnit[]): string {
  const citation = `[${units[0]?.n}]`;
  const texts = units.map(({ text }) => shorten(text));
  switch (units[0]?.kind) {
    case 'row':
      return `${showTable(units)}\n\n${citation}`;
    case 'item':
      return texts.map((text) => `- ${text} ${citation}`).join('\n');
    default:
      return `${texts.join(detectLocale(texts.join('')) === 'zh' ? '' : ' ')} ${citation}`;
  }
}

/** Quotations as Markdown, each paragraph, list or table with the number of its passage. */
export function showUnits(units: QuotableUnit[]): string[] {
  return groupUnits(units).map(showGroup);
}
