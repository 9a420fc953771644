import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { isJsonObject } from '@/lib/shared/json-object';
import { deskOnly } from './desk-only';

/** Keywords that say something of a value's shape, or to people; all others are left out. */
const kept = new Set([
  'type',
  'enum',
  'const',
  'title',
  'description',
  'format',
  'pattern',
  'default',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'required',
  'nullable',
  'minProperties',
  'maxProperties',
]);
const lists = ['anyOf', 'oneOf', 'allOf'] as const;
/** What is nested deeper than this is anything. */
const deepest = 8;
/** As many schemas are read of one operation. */
const mostOfOperation = 3_000;
/** As many are read of one document. */
const mostOfDocument = 200_000;
const longestText = 500;
/** So many items of a list, as of an enum, count as one schema. */
const listItems = 10;

/** A schema that grows beyond all measure when its references are put in. */
export class SchemaTooLarge extends Error {
  override name = 'SchemaTooLarge';
}

/** A reference that leads nowhere. */
export class LostReference extends Error {
  override name = 'LostReference';
}

/** Reads the schemas of one document with what they refer to put in. */
export class SchemaReader {
  private ofDocument = 0;
  private ofOperation = 0;
  /** What references lead to, which may be long and are met again and again. */
  private readonly found = new Map<string, unknown>();

  private readonly document: JsonSchema;

  constructor(document: JsonSchema) {
    this.document = document;
  }

  /** Begins another operation: it may be as large again. */
  beginOperation(): void {
    this.ofOperation = 0;
  }

  /**
   * The object that a value is or refers to; undefined when it is none.
   * @throws LostReference
   */
  resolve(value: unknown): JsonSchema | undefined {
    let current = value;
    for (let hop = 0; hop < 20; hop += 1) {
      if (!isJsonObject(current)) return undefined;
      if (typeof current.$ref !== 'string') return current;
      current = this.find(current.$ref);
    }
    throw new LostReference('a reference that comes back to itself');
  }

  /**
   * A schema that stands alone: a part that contains itself is anything there.
   * @throws SchemaTooLarge, LostReference
   */
  read(value: unknown, above: readonly string[] = []): JsonSchema {
    this.spend(1);
    const reference = isJsonObject(value) ? value.$ref : undefined;
    if (above.length > deepest || (typeof reference === 'string' && above.includes(reference))) {
      return {};
    }
    const schema = this.resolve(value);
    if (!schema) return {};
    const inside = [...above, typeof reference === 'string' ? reference : ''];
    return this.plain(schema, inside);
  }

  private spend(schemas: number): void {
    this.ofOperation += schemas;
    this.ofDocument += schemas;
    if (this.ofOperation > mostOfOperation || this.ofDocument > mostOfDocument) {
      throw new SchemaTooLarge();
    }
  }

  private plain(schema: JsonSchema, inside: readonly string[]): JsonSchema {
    const plain: JsonSchema = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (!kept.has(keyword)) continue;
      // Lists are as long as schemas are many.
      if (Array.isArray(value)) this.spend(Math.ceil(value.length / listItems));
      plain[keyword] = shortened(value);
    }
    if (isJsonObject(schema.properties)) plain.properties = this.properties(schema, inside);
    if (schema.items !== undefined) plain.items = this.read(schema.items, inside);
    if (isJsonObject(schema.additionalProperties)) {
      plain.additionalProperties = this.read(schema.additionalProperties, inside);
    }
    for (const keyword of lists) {
      const all = schema[keyword];
      if (Array.isArray(all)) plain[keyword] = all.map((each) => this.read(each, inside));
    }
    return merged(plain);
  }

  private properties({ properties }: JsonSchema, inside: readonly string[]): JsonSchema {
    return Object.fromEntries(
      Object.entries(properties as JsonSchema).map(([name, each]) => {
        const raw = this.resolve(each);
        const read = this.read(each, inside);
        const marks = ['readOnly', deskOnly].filter((mark) => raw?.[mark] === true);
        return [name, { ...read, ...Object.fromEntries(marks.map((mark) => [mark, true])) }];
      }),
    );
  }

  private find(reference: string): unknown {
    if (!this.found.has(reference)) this.found.set(reference, this.seek(reference));
    return this.found.get(reference);
  }

  private seek(reference: string): unknown {
    const path = reference
      .replace(/^#\/?/, '')
      .split('/')
      .filter((part) => part !== '');
    let current: unknown = this.document;
    for (const part of path) {
      const key = decode(part);
      const isThere =
        typeof current === 'object' && current !== null && Object.hasOwn(current, key);
      if (!isThere) throw new LostReference(reference);
      current = (current as JsonSchema)[key];
    }
    return current;
  }
}

/** What all parts of `allOf` say of an object is said of it at once: models read it so. */
function merged(schema: JsonSchema): JsonSchema {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf)) return schema;
  const parts = [...allOf, rest].filter(isJsonObject);
  const isObject = parts.every(
    ({ type, properties }) =>
      type === 'object' || (type === undefined && isJsonObject(properties)) || type === undefined,
  );
  if (!isObject) return allOf.length === 1 ? { ...(allOf[0] as JsonSchema), ...rest } : schema;
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  const all: JsonSchema = Object.assign({}, ...parts);
  if (Object.keys(properties).length === 0) return all;
  return { ...all, type: 'object', properties, required: [...new Set(required)] };
}

function shortened(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, longestText) : value;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return part;
  }
}
