import { z } from 'zod';
import { processGlobal } from '@/lib/process-global';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

const made = () => processGlobal('argument-schemas', () => new WeakMap<object, z.ZodType>());

/**
 * What is wrong with arguments by their JSON schema, in a sentence; undefined when they fit.
 * Arguments that the schema does not name are wrong.
 */
export function checkArguments(
  input: Record<string, unknown>,
  args: Record<string, unknown>,
): string | undefined {
  const known = (input.properties ?? {}) as object;
  const foreign = Object.keys(args).find((name) => !Object.hasOwn(known, name));
  if (foreign !== undefined) return `There is no argument ${foreign}.`;
  const parsed = argumentSchema(input).safeParse(args);
  if (parsed.success) return undefined;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join('.')}: ${issue?.message}`;
}

/**
 * The schema of a JSON schema.
 * @throws Error when it says something that cannot be checked
 */
export function argumentSchema(input: Record<string, unknown>): z.ZodType {
  const known = made().get(input);
  if (known) return known;
  const schema = z.fromJSONSchema(withoutPatterns(input) as Schema);
  made().set(input, schema);
  return schema;
}

/** Keywords under which there are names of any kind, each with a schema. */
const maps = new Set(['properties', '$defs', 'definitions', 'dependentSchemas']);

/**
 * Patterns of strangers, for texts as for names, may take for ever; the system itself checks them.
 * `nullable` is of 3.0.
 */
function withoutPatterns(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutPatterns(each));
  if (typeof value !== 'object' || value === null) return value;
  const cleaned = (fields: object) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, inner]) => [
        key,
        withoutPatterns(inner, !isMap && maps.has(key)),
      ]),
    );
  if (isMap) return cleaned(value);
  const {
    pattern: _pattern,
    readOnly: _readOnly,
    patternProperties,
    nullable,
    exclusiveMinimum,
    exclusiveMaximum,
    ...rest
  } = value as Record<string, unknown>;
  const plain = cleaned(rest);
  // A name that is not told may be one that a pattern allows.
  if (patternProperties !== undefined) delete plain.additionalProperties;
  if (typeof exclusiveMinimum === 'number') plain.exclusiveMinimum = exclusiveMinimum;
  if (typeof exclusiveMaximum === 'number') plain.exclusiveMaximum = exclusiveMaximum;
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}
