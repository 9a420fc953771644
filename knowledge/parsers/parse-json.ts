import { cleanLine } from './clean-text';
import { decodeText } from './decode-text';
import { DocumentError } from './document-error';
import { limits } from './limits';
import type { Element } from './parsed-document';
import type { Parser } from './parser';
import { tableElements } from './table-element';

/** Deeper values are written as JSON. */
const maxDepth = 20;

/**
 * Reads JSON, or JSON Lines. A list of like records becomes a table; anything else lines of
 * `path: value`, so that each line can be understood on its own.
 */
export const parseJson: Parser = async (file) => {
  const text = decodeText(file).replace(/^\ufeff/, '');
  return { pages: null, elements: readValue(parseText(text), [], 0) };
};

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      return lines.map((line): unknown => JSON.parse(line));
    } catch {
      throw new DocumentError('damaged', { cause });
    }
  }
}

function readValue(value: unknown, path: string[], depth: number): Element[] {
  const table = asTable(value);
  if (table) return [...heading(path), ...tableElements(table, null)];
  if (depth >= maxDepth || !isNested(value)) return [line(path, value)];
  const entries = Object.entries(value);
  const plain = entries.filter(([, inner]) => !isNested(inner) && plainText(inner) !== '');
  const nested = entries.filter(([, inner]) => isNested(inner));
  const lines = plain.map(([key, inner]) => line([...path, key], inner).text);
  const text = lines.join('\n');
  return [
    ...(text === '' ? [] : [{ kind: 'text', text, page: null } satisfies Element]),
    ...nested.flatMap(([key, inner]) => readValue(inner, [...path, key], depth + 1)),
  ];
}

/** Records with plain values only, as a header row and one row each. */
function asTable(value: unknown): string[][] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (!value.every((record) => isNested(record) && !Array.isArray(record))) return undefined;
  const records = value as Record<string, unknown>[];
  if (records.some((record) => Object.values(record).some(isNested))) return undefined;
  const keys = [...new Set(records.flatMap(Object.keys))].slice(0, limits.sheetColumns);
  const rows = records.map((record) => keys.map((key) => plainText(record[key])));
  return keys.length < 2 ? undefined : [keys, ...rows];
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

function heading(path: string[]): Element[] {
  return path.length === 0 ? [] : [{ kind: 'text', text: path.join(' › '), page: null }];
}

function line(path: string[], value: unknown): Element {
  const text = [path.join(' › '), plainText(value)].filter(Boolean).join(': ');
  return { kind: 'text', text, page: null };
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return cleanLine(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
