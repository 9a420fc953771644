import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { labelOf } from './data-lines';

/** Deeper than this, what is nested is shown as JSON. */
const deepest = 8;

/**
 * An argument as its person is shown it before they agree: all of it, a line for each value. What is
 * empty says so, and no value that lies in another looks like more lines than it is.
 */
export function argumentLines(value: unknown, locale: Locale): string[] {
  return typeof value === 'string' && value.trim() !== ''
    ? value.split('\n')
    : linesOf(value, '', { locale, depth: 0 });
}

interface Place {
  locale: Locale;
  depth: number;
}

function linesOf(value: unknown, name: string, { locale, depth }: Place): string[] {
  const line = (text: string) => [name === '' ? text : `${name}: ${text}`];
  if (typeof value !== 'object' || value === null) return line(wordOf(value, locale));
  const entries = Object.entries(value);
  if (entries.length === 0) return line(wordOf(null, locale));
  if (depth >= deepest) return line(JSON.stringify(value));
  const inside = { locale, depth: depth + 1 };
  return entries.flatMap(([key, inner]) => {
    if (!Array.isArray(value)) return linesOf(inner, named(name, oneLine(labelOf(key))), inside);
    // In a plain list of words the lines are the items.
    const isPlain = name === '' && (typeof inner !== 'object' || inner === null);
    return linesOf(inner, isPlain ? '' : named(name, String(Number(key) + 1)), inside);
  });
}

const named = (name: string, part: string) => [name, part].filter(Boolean).join(' ');

function wordOf(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return translate(locale, value ? 'agents.yes' : 'agents.no');
  const text = oneLine(String(value ?? ''));
  return text.trim() === '' ? translate(locale, 'agents.empty') : text;
}

const oneLine = (text: string) => text.replace(/\r\n|[\n\r]/g, ' ⏎ ');
