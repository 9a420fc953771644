import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { z } from 'zod';
import type { Locale } from '@/lib/locale';
import { processGlobal } from '@/lib/process-global';
import { plainSchema } from './connected/plain-schema';

const propertySchema = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  default: z.unknown().optional(),
  title: z.string().optional(),
  /** Of a tool from elsewhere: what an answer must fit that cannot be found in a text by it. */
  shape: z.string().optional(),
  /** False where a number that counts something is not meant: "open a ticket" is not the amount 1. */
  takesCount: z.boolean().optional(),
  /** True where the tool itself asks for it, unless it finds out by other words what is meant. */
  isNeeded: z.boolean().optional(),
});

/** One argument of a tool, as its JSON schema describes it. */
export type Property = z.infer<typeof propertySchema>;

const parametersSchema = z.looseObject({
  properties: z.record(z.string(), propertySchema).default({}),
  required: z.array(z.string()).default([]),
});

const examplesSchema = z.looseObject({
  examples: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
});

const signInSchema = z.looseObject({ needsSignIn: z.boolean() });

const connectedSchema = z.looseObject({
  connected: z.object({ titles: z.object({ en: z.string(), zh: z.string() }) }),
});

const elsewhereSchema = z.looseObject({
  elsewhere: z.array(z.object({ to: z.string(), tools: z.array(z.unknown()) })),
});

const namedSchema = z.looseObject({
  name: z.string(),
  description: z.string().default(''),
  metadata: z.unknown().optional(),
});

/** A tool as the built-in model needs it. */
export interface BoundTool {
  name: string;
  properties: Record<string, Property>;
  /** What it cannot do without; what it asks for itself as well. */
  required: string[];
  /** What people say when they want it. A tool without examples is never chosen. */
  examples: string[];
  /** Whether it does nothing for somebody who is not known. */
  needsSignIn: boolean;
  /** Of a tool that people connected: what it is called, and what was written of it. */
  connected?: {
    titles: Record<Locale, string>;
    description: string;
    /** All that it needs are things that people say in a word or a sentence. */
    isFillable: boolean;
  };
  /** Of the tool that hands over: to whom, and what their tools are. */
  elsewhere?: { to: string; tools: BoundTool[] }[];
}

function schemaOf(tool: object): unknown {
  if ('schema' in tool && tool.schema) return toJsonSchema(tool.schema as never);
  return 'parameters' in tool ? tool.parameters : {};
}

/**
 * Reads a tool as `bindTools` receives it: a LangChain tool, or an OpenAI function definition.
 * Undefined for anything else, such as a provider's own server tool. Read once for each tool.
 */
export function toBoundTool(given: unknown): BoundTool | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const known = processGlobal('bound-tools', () => new WeakMap<object, BoundTool>());
  const bound = known.get(given) ?? read(given);
  if (bound) known.set(given, bound);
  return bound;
}

function read(given: object): BoundTool | undefined {
  const tool = 'function' in given && given.function ? (given.function as object) : given;
  const named = namedSchema.safeParse(tool);
  if (!named.success) return undefined;
  const { connected } = connectedSchema.safeParse(named.data.metadata).data ?? {};
  const schema = schemaOf(tool);
  const parameters = parametersSchema.safeParse(connected ? plainSchema(schema) : schema);
  if (!parameters.success) return undefined;
  const { properties, required } = parameters.data;
  const examples = examplesSchema.safeParse(named.data.metadata).data?.examples;
  const { elsewhere } = elsewhereSchema.safeParse(named.data.metadata).data ?? {};
  return {
    name: named.data.name,
    properties,
    required: [
      ...Object.keys(properties).filter((name) => properties[name]?.isNeeded),
      ...required.filter((name) => properties[name]?.default === undefined),
    ],
    examples: [
      ...(examples ? [...examples.en, ...examples.zh] : []),
      // What it is called is all that is known of one that came without any.
      ...(connected ? Object.values(connected.titles) : []),
    ],
    connected: connected && {
      ...connected,
      description: named.data.description,
      isFillable: required.every((name) => properties[name]?.type !== undefined),
    },
    needsSignIn: signInSchema.safeParse(named.data.metadata).data?.needsSignIn ?? false,
    elsewhere: elsewhere?.map(({ to, tools }) => ({
      to,
      tools: tools.flatMap((each) => toBoundTool(each) ?? []),
    })),
  };
}
