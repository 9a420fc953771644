import type { Cell, CellValue } from 'exceljs';
import { cleanLine } from './clean-text';

/** Milliseconds from the start of workbooks' time to that of Unix. */
const workbookEpoch = Date.UTC(1899, 11, 30);

/**
 * What a cell shows, on one line; of a formula that was never worked out, the formula. A cell
 * merged over rows shows the same in each of them, one merged over columns only in the first.
 */
export function cellText(cell: Cell): string {
  if (cell.isMerged && cell.master !== cell && cell.master.col !== cell.col) return '';
  const { result, value, numFmt, formula } = cell.master;
  // exceljs leaves a formula's result out of the value when it is zero.
  const text = cleanLine(valueText((result as CellValue) ?? value, numFmt ?? ''));
  return text === '' && formula && result === undefined ? `=${formula}` : text;
}

function valueText(value: CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (value instanceof Date) return dateText(value, format);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return valueText(value.text as CellValue, format);
  if ('result' in value) return valueText(value.result, format);
  return '';
}

/** Without the digits that only come from adding in binary; shares and codes as they are shown. */
function numberText(value: number, format: string): string {
  const shown = format.replace(/"[^"]*"/g, '');
  const percent = /(?:\.(0+))?%/.exec(shown);
  if (percent) return `${(value * 100).toFixed(percent[1]?.length ?? 0)}%`;
  if (/^0+$/.test(shown) && Number.isInteger(value))
    return String(value).padStart(shown.length, '0');
  return String(Number(value.toPrecision(15)));
}

/** The calendar day, with the time when there is one. Workbooks know no time zones. */
function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  if (/\[h+\]/i.test(format)) return durationText(date);
  const [day = '', time = ''] = date.toISOString().split('T');
  // Before the first day of workbooks there are only times of a day.
  if (day < '1900') return time.slice(0, 5);
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** Hours and minutes, however many days they make. */
function durationText(date: Date): string {
  const minutes = Math.round((date.getTime() - workbookEpoch) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
