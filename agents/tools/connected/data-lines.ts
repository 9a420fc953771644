import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { isJsonObject } from '@/lib/shared/json-object';
import { isolated } from './isolated';
import { knownWord, labelOf } from './label-of';
import { readableValue } from './readable-value';

/** What is shown of one answer at most: a person reads no more, and a model pays for each word. */
const mostLines = 60;
const longestLine = 600;
/** Items shown of a list of plain values, and of one of things with fields. */
const mostValues = 20;
const mostThings = 30;
/** Deeper than this, what is nested is shown as JSON. */
const deepest = 8;

/**
 * What an outside system answered as lines of plain text, in the order in which it stands there:
 * `Temperature: 12`, one line for each thing of a list. It is data in the system's own words;
 * whoever shows or sends it must escape it.
 */
export function dataLines(data: unknown, locale: Locale): string[] {
  const lines = linesOf(data, [], { locale, depth: 0, isWithin: false }).filter(
    (line) => line !== '',
  );
  const left = lines.length - mostLines;
  const shown = lines.slice(0, mostLines).map(asLine);
  return left > 0 ? [...shown, more(left, locale)] : shown;
}

interface Place {
  locale: Locale;
  depth: number;
  /** In a line with others: of one thing of a list. */
  isWithin: boolean;
}

/** @param names of everything that the value lies in, the outermost first */
function linesOf(value: unknown, names: string[], place: Place): string[] {
  if (Array.isArray(value)) return linesOfList(value, names, place);
  if (!isJsonObject(value)) return linesOfValue(value, names, place);
  if (place.depth >= deepest) return linesOfValue(JSON.stringify(value), names, place);
  const inside = { ...place, depth: place.depth + 1 };
  return Object.entries(value).flatMap(([name, inner]) => linesOf(inner, [...names, name], inside));
}

function linesOfValue(value: unknown, names: string[], place: Place): string[] {
  const isText = typeof value === 'string' && names.length === 0;
  const texts = isText ? value.split('\n') : [wordOf(value, names, place)];
  return texts.map((text) => labelled(names, isolated(clean(text)), place));
}

/** Plain values stand in one line; of things with fields each has its own. */
function linesOfList(items: unknown[], names: string[], place: Place): string[] {
  const isPlain = !items.some((item) => isJsonObject(item) || Array.isArray(item));
  if (isPlain && names.length === 0) return items.map((item) => clean(wordOf(item, names, place)));
  const most = isPlain ? mostValues : mostThings;
  const shown = items.slice(0, most);
  const rest = items.length > most ? [more(items.length - most, place.locale)] : [];
  if (isPlain) {
    const words = shown.map((item) => isolated(clean(wordOf(item, names, place))));
    return [labelled(names, [...words.filter(Boolean), ...rest].join(', '), place)];
  }
  const inside = { ...place, depth: place.depth + 1, isWithin: true };
  const things = shown.map((item, at) =>
    labelled([...names, String(at + 1)], linesOf(item, [], inside).join('; '), place),
  );
  return [...things, ...rest.map((text) => labelled(names, text, place))];
}

const wordOf = (value: unknown, names: string[], { locale }: Place) =>
  readableValue(value, names.at(-1) ?? '', locale);

function labelled(names: string[], text: string, { locale, isWithin }: Place): string {
  if (text === '' || names.length === 0) return text;
  const words = names.map((name) => clean(knownWord(name, locale) ?? labelOf(name)));
  const label = words.filter(Boolean).join(' ');
  const shown = isWithin ? label : label.charAt(0).toUpperCase() + label.slice(1);
  return `${isolated(shown)}: ${text}`;
}

const more = (count: number, locale: Locale) => translate(locale, 'agents.more', { count });

/** Signs that show nothing, or change the order of others, go. */
const clean = (text: string) => text.replace(/[\p{C}\s]+/gu, ' ').trim();

const asLine = (line: string) =>
  line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
