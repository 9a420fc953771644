import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { isJsonObject } from '@/lib/shared/json-object';
import { type ParameterStyle, parameterStyles } from './api-operation';
import { contentSchema } from './json-content';
import type { Parameter } from './place-arguments';
import type { SchemaReader } from './schema-reader';

interface Described {
  path: string;
  /** The operation, and what its path says for all of its operations. */
  raw: JsonSchema;
  shared: JsonSchema;
}

/**
 * The parameters of an operation: its own come before those of its path, of the same name and place.
 * @throws SchemaTooLarge, LostReference
 */
export function readParameters(
  reader: SchemaReader,
  { path, raw, shared }: Described,
): Parameter[] {
  const all = [raw.parameters, shared.parameters].flatMap((each) =>
    Array.isArray(each) ? each : [],
  );
  const read = new Map<string, Parameter>();
  for (const each of all) {
    const parameter = reader.resolve(each);
    const name = parameter?.name;
    const place = parameter?.in;
    if (!parameter || typeof name !== 'string' || typeof place !== 'string') continue;
    // Names of headers are the same in any case.
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
    if (read.has(key)) continue;
    const schema = reader.read(parameter.schema ?? contentSchema(parameter.content) ?? {});
    const description = describedAs(parameter.description).slice(0, 500);
    read.set(key, {
      name,
      in: place,
      isRequired: parameter.required === true || place === 'path',
      ...writtenAs(parameter, place, schema),
      schema: description ? { ...schema, description } : schema,
    });
  }
  return [...read.values(), ...unnamed(path, read)];
}

/** How a parameter is written, by what the document says or leaves to be understood. */
function writtenAs(
  { style, explode, schema: described, content }: JsonSchema,
  place: string,
  schema: JsonSchema,
): Pick<Parameter, 'style' | 'isExploded'> {
  const isInQuery = place === 'query';
  const isDelimited = style === 'spaceDelimited' || style === 'pipeDelimited';
  const isExploded = typeof explode === 'boolean' ? explode : isInQuery && !isDelimited;
  if (described === undefined && isJsonObject(content)) return { style: 'json', isExploded };
  const styles: readonly ParameterStyle[] = Object.hasOwn(parameterStyles, place)
    ? parameterStyles[place as keyof typeof parameterStyles]
    : [];
  const named = styles.find((each) => each === style);
  const isObject = schema.type === 'object' || isJsonObject(schema.properties);
  const hasFields = isInQuery && !named && isObject && isExploded;
  return { style: hasFields ? 'fields' : named, isExploded };
}

/** Parts of a path that the document says nothing of are texts. */
function unnamed(path: string, read: ReadonlyMap<string, Parameter>): Parameter[] {
  const names = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  return [...names]
    .filter((name) => !read.has(`path ${name}`))
    .map((name) => ({
      name,
      in: 'path',
      isRequired: true,
      isExploded: false,
      schema: { type: 'string' },
    }));
}

const describedAs = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
