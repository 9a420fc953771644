import { z } from 'zod';
import { processGlobal } from '@/lib/process-global';
import { checkableSchema, exampleOfPattern } from './checkable-schema';
import { cutCircles } from './cut-circles';

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
  const issue = parsed.error?.issues[0];
  return issue && `${issue.path.join('.')}: ${sentenceOf(issue)}`;
}

/**
 * The schema of a JSON schema.
 * @throws Error when it says something that cannot be checked, or too much
 */
export function argumentSchema(input: Record<string, unknown>): z.ZodType {
  const known = made().get(input);
  if (known) return known;
  const schema = z.fromJSONSchema(checkableSchema(cutCircles(input)) as Schema);
  made().set(input, schema);
  return schema;
}

/** A pattern is nothing to read, for models as for people. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  const pattern = issue.code === 'invalid_format' ? issue.pattern : undefined;
  const example = pattern === undefined ? undefined : exampleOfPattern(pattern);
  return example === undefined ? issue.message : `Write it like ${example}.`;
}
