import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { labelOf } from './label-of';
import { readableValue } from './readable-value';

/** Deeper than this, what is nested is shown as JSON. */
const deepest = 8;

/**
 * An argument as its person is shown it before they agree: all of it, a line for each value. What is
 * empty says so, and no value that lies in another looks like more lines than it is.
 * @param name what the system calls it
 */
export function argumentLines(value: unknown, name: string, locale: Locale): string[] {
  if (typeof value === 'string' && value.includes('\n') && value.trim() !== '') {
    return value.split('\n');
  }
  return isNested(value) ? linesOf(value, '', { locale, depth: 0 }) : [wordOf(value, name, locale)];
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

interface Place {
  locale: Locale;
  depth: number;
}

function linesOf(value: unknown, name: string, { locale, depth }: Place): string[] {
  const line = (text: string) => [name === '' ? text : `${name}: ${text}`];
  if (!isNested(value)) return line(wordOf(value, name, locale));
  const entries = Object.entries(value);
  if (entries.length === 0) return line(wordOf(null, name, locale));
  if (depth >= deepest) return line(JSON.stringify(value));
  const inside = { locale, depth: depth + 1 };
  return entries.flatMap(([key, inner]) => {
    if (!Array.isArray(value)) return linesOf(inner, named(name, oneLine(labelOf(key))), inside);
    // In a plain list of words the lines are the items.
    const isPlain = name === '' && !isNested(inner);
    return linesOf(inner, isPlain ? '' : named(name, String(Number(key) + 1)), inside);
  });
}

const named = (name: string, part: string) => [name, part].filter(Boolean).join(' ');

/** A time is not said to be less exact than it is. */
const isFraction = (value: unknown) => typeof value === 'string' && /:\d\d\.\d*[1-9]/.test(value);

function wordOf(value: unknown, name: string, locale: Locale): string {
  const readable = isFraction(value) ? String(value) : readableValue(value, name, locale);
  const text = oneLine(readable);
  return text.trim() === '' ? translate(locale, 'agents.empty') : text;
}

const oneLine = (text: string) => text.replace(/\r\n|[\n\r]/g, ' ⏎ ');
