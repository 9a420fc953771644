import type { BindToolsInput } from '@langchain/core/language_models/chat_models';
import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { z } from 'zod';
import { processGlobal } from '@/lib/process-global';
import type { WireTool } from './wire';

const described = z.looseObject({
  name: z.string(),
  description: z.string().default(''),
  schema: z.unknown().optional(),
  parameters: z.looseObject({}).optional(),
});
const definition = z.looseObject({ function: described });

const known = () => processGlobal('wire-tools', () => new WeakMap<object, WireTool>());

/**
 * A tool as it goes over the wire, worked out once for each: a LangChain tool, or a function
 * definition in OpenAI's form.
 * @throws ZodError for anything else, such as a provider's own tools
 */
export function toWireTool(given: BindToolsInput): WireTool {
  const tool = known().get(given) ?? read(given);
  known().set(given, tool);
  return tool;
}

function read(given: BindToolsInput): WireTool {
  const inner = definition.safeParse(given).data?.function ?? described.parse(given);
  const { name, description, schema, parameters } = inner;
  return {
    name,
    description,
    parameters: schema ? toJsonSchema(schema as never) : (parameters ?? {}),
  };
}
