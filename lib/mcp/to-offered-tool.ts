import { z } from 'zod';
import { argumentSchema } from '@/lib/json-schema/check-arguments';
import { isJsonObject } from '@/lib/shared/json-object';
import type { OfferedTool } from './offered-tool';

const longestName = 128;
const longestTitle = 200;
const longestDescription = 4_000;
/** Largest schema, in characters of JSON, and how deep it may go. */
const largestSchema = 50_000;
const deepestSchema = 24;

/** What PostgreSQL keeps in no JSON: NUL, and halves of characters. */
const unstorable = /\\u(0000|d[89a-f])/i;

const cut = (longest: number) =>
  z.string().transform((text) => text.toWellFormed().replaceAll('\0', '').slice(0, longest));

const objectSchema = z.record(z.string(), z.unknown());

/** As little as a tool must be. What else it says is left out where it is not as it should be. */
const rawSchema = z.looseObject({
  name: cut(longestName).catch(''),
  title: cut(longestTitle).optional().catch(undefined),
  description: cut(longestDescription).catch(''),
  inputSchema: z.unknown().optional(),
  outputSchema: z.unknown().optional(),
  annotations: z
    .looseObject({
      title: cut(longestTitle).optional().catch(undefined),
      readOnlyHint: z.boolean().optional().catch(undefined),
      destructiveHint: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  execution: z.looseObject({ taskSupport: z.unknown().optional() }).optional().catch(undefined),
});

/**
 * A tool as its server describes it, checked: what is too long is cut, what is broken is named.
 * @param names of the tools before it; its own is added
 */
export function toOfferedTool(raw: unknown, names: Set<string>): OfferedTool {
  const { name, title, description, inputSchema, outputSchema, annotations, execution } =
    rawSchema.parse(isJsonObject(raw) ? raw : {});
  const input = readSchema(inputSchema);
  const isTwice = names.has(name);
  names.add(name);
  const { readOnlyHint, destructiveHint } = annotations ?? {};
  return {
    name,
    title: title ?? annotations?.title,
    description,
    input: input ?? { type: 'object', properties: {} },
    output: readSchema(outputSchema),
    hints: annotations && {
      isReadOnly: readOnlyHint ?? false,
      isDestructive: destructiveHint ?? true,
    },
    problem: problemOf({ name, isTwice, input, isTask: execution?.taskSupport === 'required' }),
  };
}

interface Checked {
  name: string;
  isTwice: boolean;
  input: Record<string, unknown> | undefined;
  isTask: boolean;
}

function problemOf({ name, isTwice, input, isTask }: Checked): OfferedTool['problem'] {
  if (!/^[\w./-]{1,128}$/.test(name)) return 'bad_name';
  if (isTwice) return 'name_twice';
  if (!input) return 'bad_schema';
  return isTask ? 'long_running' : undefined;
}

/** A JSON schema of an object; undefined for anything else, and for what nobody could read. */
function readSchema(value: unknown): Record<string, unknown> | undefined {
  const schema = objectSchema.safeParse(value);
  if (!schema.success || schema.data.type !== 'object') return undefined;
  if (!isWithin(schema.data, deepestSchema)) return undefined;
  const text = JSON.stringify(schema.data);
  if (text.length > largestSchema || unstorable.test(text)) return undefined;
  const properties = schema.data.properties ?? {};
  if (!objectSchema.safeParse(properties).success) return undefined;
  const known = { ...schema.data, properties };
  return isCheckable(known) ? known : undefined;
}

function isCheckable(schema: Record<string, unknown>): boolean {
  try {
    argumentSchema(schema);
    return true;
  } catch {
    // It says something that no argument could be held to.
    return false;
  }
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isWithin(inner, depth - 1));
}
