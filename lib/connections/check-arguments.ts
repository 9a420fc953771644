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

/** Patterns of strangers may take for ever; the system itself checks them. `nullable` is of 3.0. */
function withoutPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPatterns);
  if (typeof value !== 'object' || value === null) return value;
  const { pattern, nullable, readOnly, exclusiveMinimum, exclusiveMaximum, ...rest } =
    value as Record<string, unknown>;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [key, withoutPatterns(inner)]),
  );
  // A property may be called by these names.
  for (const [name, inner] of Object.entries({ pattern, nullable, readOnly })) {
    if (typeof inner === 'object' && inner !== null) plain[name] = withoutPatterns(inner);
  }
  if (exclusiveMinimum !== undefined && typeof exclusiveMinimum !== 'boolean') {
    plain.exclusiveMinimum = withoutPatterns(exclusiveMinimum);
  }
  if (exclusiveMaximum !== undefined && typeof exclusiveMaximum !== 'boolean') {
    plain.exclusiveMaximum = withoutPatterns(exclusiveMaximum);
  }
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}
