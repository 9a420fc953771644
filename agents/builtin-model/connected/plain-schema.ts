import { isJsonObject } from '@/lib/shared/json-object';

type Json = Record<string, unknown>;

/** Words of every day: a pattern that they fit tells nothing of what stands in a text. */
const everyday = ['please', 'the', 'Weather', 'hello there', 'of', '天气', '请问'];
const countsThings =
  /quantity|count|number of|guests|people|persons|pieces|items|seats|copies|nights|数量|人数|件数|份数/i;
const typesRead = new Set(['string', 'integer', 'number', 'boolean', 'array']);
const formatsRead = new Set(['date', 'date-time', 'time', 'email']);
const uuid = '^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
const address = String.raw`^https?://[^\s"'<>，。]+[^\s"'<>，。.,;!?]$`;

/**
 * A foreign JSON schema in the few words that arguments are filled by here: one type each, choices
 * of texts, and patterns that tell a value from the words around it. What is too much for that stays
 * without a type, so that nothing is made up for it.
 */
export function plainSchema(schema: unknown): unknown {
  const root = asObject(schema);
  const properties = Object.entries(asObject(root.properties)).map(([name, property]) => [
    name,
    plainProperty(name, asObject(property), root),
  ]);
  return { properties: Object.fromEntries(properties), required: root.required ?? [] };
}

function plainProperty(name: string, given: Json, root: Json): Json {
  const property = resolved(given, root, 0);
  const types = [property.type].flat().filter((type) => type !== 'null');
  const [type] = types;
  const plain: Json = {};
  for (const key of ['title', 'description', 'default']) {
    if (typeof property[key] === 'string' || key === 'default') plain[key] = property[key];
  }
  if (types.length !== 1 || typeof type !== 'string' || !typesRead.has(type)) return plain;
  plain.type = type;
  for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'minLength', 'maxLength']) {
    if (typeof property[key] === 'number') plain[key] = property[key];
  }
  if (type === 'string') return { ...plain, ...plainText(property) };
  return { ...plain, takesCount: countsThings.test(`${name} ${String(property.description)}`) };
}

/** How a text is told from others: by its choices, its format or its pattern. */
function plainText({ enum: choices, const: only, format, pattern }: Json): Json {
  const offered = only === undefined ? choices : [only];
  if (Array.isArray(offered)) {
    const texts = offered.filter((each) => typeof each === 'string');
    return texts.length > 0 ? { enum: texts } : {};
  }
  if (typeof format === 'string' && formatsRead.has(format)) return { format };
  if (format === 'uuid') return { pattern: uuid };
  if (format === 'uri' || format === 'url') return { pattern: address };
  if (typeof pattern !== 'string') return {};
  const whole = new RegExp(pattern, 'u');
  const isTelling = /^\^.*\$$/.test(pattern) && !everyday.some((word) => whole.test(word));
  return isTelling && canSearchFor(pattern) ? { pattern } : { shape: pattern };
}

/** It is looked for in texts with other flags, and between other signs, than it was written for. */
function canSearchFor(pattern: string): boolean {
  try {
    return new RegExp(`(?:${pattern.replace(/^\^/, '').replace(/\$$/, '')})`, 'giu').global;
  } catch {
    return false;
  }
}

/** The schema behind references, and the one that is left of a choice with nothing. */
function resolved(property: Json, root: Json, depth: number): Json {
  if (depth > 5) return {};
  const { $ref, anyOf, oneOf, allOf, ...rest } = property;
  if (typeof $ref === 'string') {
    const [, place = '', name = ''] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec($ref) ?? [];
    const target = asObject(asObject(root[place])[name]);
    return resolved({ ...target, ...rest }, root, depth + 1);
  }
  const choices = [anyOf, oneOf, allOf].flatMap((each) => (Array.isArray(each) ? each : []));
  if (choices.length === 0) return rest;
  const real = choices.map((each) => resolved(asObject(each), root, depth + 1));
  const [only, ...others] = real.filter(({ type }) => type !== 'null');
  return only && others.length === 0 ? { ...only, ...rest } : rest;
}

const asObject = (value: unknown): Json => (isJsonObject(value) ? value : {});
