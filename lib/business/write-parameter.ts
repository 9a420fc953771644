import { isJsonObject } from '@/lib/shared/json-object';
import type { ArgumentPlace } from './api-operation';
import { BadArguments } from './bad-arguments';

type Pair = [name: string, value: string];

const delimiters: Partial<Record<NonNullable<ArgumentPlace['style']>, string>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
};

/**
 * An argument as the pairs of a query that its style makes of it.
 * @throws BadArguments
 */
export function queryPairs({ name, style, isExploded = true }: ArgumentPlace, value: unknown) {
  if (style === 'json') return [[name, json(value)]] satisfies Pair[];
  if (style === 'deepObject') return deepPairs(name, value);
  const delimiter = (style && delimiters[style]) ?? ',';
  if (!isExploded) return [[name, plainParts(value, false).join(delimiter)]] satisfies Pair[];
  if (!isJsonObject(value)) return plainParts(value, false).map((part): Pair => [name, part]);
  return style === 'fields' ? fieldsOf(value) : ([[name, json(value)]] satisfies Pair[]);
}

/**
 * An argument as a part of a path, encoded.
 * @throws BadArguments when it would lead to another path
 */
export function pathText({ name, style, isExploded = false }: ArgumentPlace, value: unknown) {
  if (style === 'json') return pathSegment(json(value));
  // The characters between the parts are those of the style.
  const encoded = plainParts(value, isExploded, pathSegment);
  if (encoded.length === 0) throw new BadArguments(`${name} is empty.`);
  switch (style) {
    case 'label':
      return `.${encoded.join(isExploded ? '.' : ',')}`;
    case 'matrix': {
      const own = encodeURIComponent(name);
      if (!isExploded) return `;${own}=${encoded.join(',')}`;
      return encoded.map((part) => (isJsonObject(value) ? `;${part}` : `;${own}=${part}`)).join('');
    }
    default:
      return encoded.join(',');
  }
}

/** An argument as the value of a header. @throws BadArguments */
export function headerText({ style, isExploded = false }: ArgumentPlace, value: unknown): string {
  return headerValue(style === 'json' ? json(value) : plainParts(value, isExploded).join(','));
}

/** A value as a header takes it. @throws BadArguments */
export function headerValue(value: unknown): string {
  const text = plain(value);
  if (!/^[\x20-\x7e]*$/.test(text)) throw new BadArguments('A header takes plain characters only.');
  return text;
}

/** `name[a][b]=value`, as most of those read it that ask for it; items of a list as `name[]`. */
function deepPairs(name: string, value: unknown): Pair[] {
  if (Array.isArray(value)) return value.map((item) => [`${name}[]`, plain(item)]);
  if (!isJsonObject(value)) return [[name, plain(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : deepPairs(`${name}[${key}]`, inner),
  );
}

const fieldsOf = (value: object): Pair[] =>
  Object.entries(value).flatMap(([key, inner]): Pair[] =>
    inner === undefined ? [] : [[key, plain(inner)]],
  );

/** A value, the items of a list, or names and values of an object: each for itself, or as `name=value`. */
function plainParts(
  value: unknown,
  isAssigned: boolean,
  write: (text: string) => string = (text) => text,
): string[] {
  if (Array.isArray(value)) return value.map((item) => write(plain(item)));
  if (!isJsonObject(value)) return [write(plain(value))];
  return fieldsOf(value)
    .map((pair) => pair.map(write))
    .flatMap((pair) => (isAssigned ? pair.join('=') : pair));
}

/** A dot segment survives every encoding: the request would go to another operation. */
function pathSegment(text: string): string {
  if (text === '' || text === '.' || text === '..') {
    throw new BadArguments(`«${text}» is no part of a path.`);
  }
  return encodeURIComponent(text);
}

const json = (value: unknown) => wellFormed(JSON.stringify(value));

function plain(value: unknown): string {
  return typeof value === 'object' && value !== null ? json(value) : wellFormed(String(value));
}

/** Half of a character has no place in an address. */
function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new BadArguments('There is half a character in a text.');
  return text;
}
