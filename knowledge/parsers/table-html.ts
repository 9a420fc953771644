import { escapeMarkup } from '@/lib/escape-markup';

/** A table as HTML that is safe to show: its first row as header, the others as body. */
export function tableHtml(rows: string[][]): string {
  const [header = [], ...body] = rows;
  const line = (cells: string[], name: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${name}>${escapeMarkup(cell)}</${name}>`).join('')}</tr>`;
  const head = `<thead>${line(header, 'th')}</thead>`;
  return `<table>${head}<tbody>${body.map((row) => line(row, 'td')).join('')}</tbody></table>`;
}
