import { isJsonObject } from '@/lib/shared/json-object';

/** What is shown of one answer at most: a person reads no more, and a model pays for each word. */
const mostLines = 60;
const longestLine = 600;
/** Deeper than this, what is nested is shown as JSON. */
const deepest = 4;

/**
 * What an outside system answered as lines of plain text: `temperature: 12`, one line for each item
 * of a list. It is data in the system's own words; whoever shows or sends it must escape it.
 */
export function dataLines(data: unknown): string[] {
  const lines = linesOf(data, '', 0).filter((line) => line !== '');
  const left = lines.length - mostLines;
  const shown = lines.slice(0, mostLines).map(shorten);
  return left > 0 ? [...shown, `… +${left}`] : shown;
}

function linesOf(value: unknown, name: string, depth: number): string[] {
  if (Array.isArray(value)) return linesOfList(value, name, depth);
  if (!isJsonObject(value)) {
    const texts = typeof value === 'string' && name === '' ? value.split('\n') : [wordOf(value)];
    return texts.map((text) => labelled(name, text));
  }
  if (depth >= deepest) return [labelled(name, JSON.stringify(value))];
  return Object.entries(value).flatMap(([key, inner]) =>
    linesOf(inner, [name, labelOf(key)].filter(Boolean).join(' '), depth + 1),
  );
}

/** Plain values stand in one line; of things with fields each has its own. */
function linesOfList(items: unknown[], name: string, depth: number): string[] {
  if (!items.some((item) => isJsonObject(item) || Array.isArray(item))) {
    return name === ''
      ? items.map(wordOf)
      : [labelled(name, items.map(wordOf).filter(Boolean).join(', '))];
  }
  return items.map((item, at) =>
    labelled(`${name} ${at + 1}`.trim(), linesOf(item, '', depth + 1).join('; ')),
  );
}

const wordOf = (value: unknown) => (value === null || value === undefined ? '' : String(value));

function labelled(name: string, text: string): string {
  if (text === '') return '';
  return name === '' ? text : `${name}: ${text}`;
}

/** `streetName` and `street_name` as people write it. */
export function labelOf(key: string): string {
  return key
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .replace(/[_-]+/g, ' ')
    .trim()
    .replace(/(?<= )[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

function shorten(line: string): string {
  const plain = line.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > longestLine ? `${plain.slice(0, longestLine)}…` : plain;
}
