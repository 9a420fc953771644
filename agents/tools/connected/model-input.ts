import { isJsonObject } from '@/lib/shared/json-object';

type Json = Record<string, unknown>;

/** The arguments of a connected tool as models are offered them. */
export interface ModelInput {
  /** A JSON schema of type object that strict providers take. */
  schema: Json;
  /** The system's own name of each argument, by the one that models use. */
  names: ReadonlyMap<string, string>;
}

const safeKey = /^[a-zA-Z0-9_.-]{1,64}$/;

/**
 * An operation's JSON schema as it may be offered to any provider: an object at the top, names of
 * arguments that all of them take, no choice of schemas at the top, no reference to nowhere, and no
 * pattern that cannot be read or may take for ever. What is left out is checked by the system.
 */
export function toModelInput(input: Json): ModelInput {
  const names = new Map<string, string>();
  const properties: Json = {};
  for (const [name, property] of Object.entries(asObject(input.properties))) {
    const key = uniqueKey(name, names);
    names.set(key, name);
    properties[key] = clean(property, input);
  }
  const keyOf = new Map([...names].map(([key, name]) => [name, key]));
  const required = asList(input.required).flatMap((name) => keyOf.get(String(name)) ?? []);
  const defs = Object.fromEntries(
    ['$defs', 'definitions']
      .filter((place) => place in input)
      .map((place) => [place, cleanAll(asObject(input[place]), input)]),
  );
  return { schema: { type: 'object', properties, required, ...defs }, names };
}

/**
 * A model's arguments under the system's names. Whatever the schema does not name is dropped: who
 * the person is, for one, is added by the desk.
 */
export function toOwnArguments({ names }: ModelInput, args: Json): Json {
  return Object.fromEntries(
    Object.entries(args).flatMap(([key, value]) => {
      const name = names.get(key);
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

function uniqueKey(name: string, taken: ReadonlyMap<string, string>): string {
  const plain = name.replace(/[^a-zA-Z0-9_.-]+/g, '_').slice(0, 60) || 'argument';
  const key = safeKey.test(name) ? name : plain;
  if (!taken.has(key)) return key;
  return uniqueKey(`${plain.slice(0, 56)}_${taken.size}`, taken);
}

const asObject = (value: unknown): Json => (isJsonObject(value) ? value : {});
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const cleanAll = (schemas: Json, root: Json): Json =>
  Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, clean(each, root)]));

/** What OpenAPI adds to JSON schema, what only the system itself needs, and patterns for names. */
const foreign = new Set([
  'example',
  'xml',
  'discriminator',
  'externalDocs',
  'nullable',
  'patternProperties',
]);

function clean(schema: unknown, root: Json): unknown {
  if (Array.isArray(schema)) return schema.map((each) => clean(each, root));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as Json;
  if ($ref !== undefined && !pointsSomewhere($ref, root)) return {};
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
      if (foreign.has(key) || key.startsWith('x-')) return [];
      // Without the patterns of names, any name may be right.
      if (key === 'additionalProperties' && 'patternProperties' in schema) return [];
      if (key === 'pattern' && !isSafePattern(value)) return [];
      // A flag beside `minimum` in OpenAPI 3.0, a number in JSON schema.
      if (/^exclusiveM(?:in|ax)imum$/.test(key) && typeof value === 'boolean') return [];
      if (key === 'properties') return [[key, cleanAll(asObject(value), root)]];
      if (['enum', 'const', 'default', 'required'].includes(key)) return [[key, value]];
      return [[key, clean(value, root)]];
    }),
  );
}

function pointsSomewhere($ref: unknown, root: Json): boolean {
  const [, place, name] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(String($ref)) ?? [];
  return place !== undefined && name !== undefined && name in asObject(root[place]);
}

const longestPattern = 300;

/**
 * Whether a pattern is tried in time on every text: one part of it at most may be of any length, and
 * nothing within brackets is repeated. Any other may take years for a text that nearly fits.
 */
function isQuick(pattern: string): boolean {
  const plain = pattern
    .replace(/\\./gsu, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(');
  if (/\)[*+?{]|\{\d{4}/.test(plain)) return false;
  const anyLength = plain.match(/[*+]|\{\d+,\d*\}/g) ?? [];
  const optional = plain.match(/\?/g) ?? [];
  if (optional.length > 3 || anyLength.length > 1) return false;
  return anyLength.length === 0 || (plain.startsWith('^') && !plain.includes('|'));
}

function isSafePattern(pattern: unknown): pattern is string {
  if (typeof pattern !== 'string' || pattern.length > longestPattern) return false;
  if (!isQuick(pattern)) return false;
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    // Written for another kind of pattern: the system checks it.
    return false;
  }
}
