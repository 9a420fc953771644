import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { type InteropZodType, interopParse } from '@langchain/core/utils/types';
import { readJson } from './wires/read-sse';

const fence = /^\s*```(?:json)?\s*|\s*```\s*$/g;

/**
 * The answer in the form that was asked for: the arguments of the tool that stands for it, or the
 * JSON that was written, also within a code fence.
 * @throws ModelFault `garbled` or ZodError when it is none; neither quotes it, for logs hold no words
 */
export function readStructured<Output extends Record<string, unknown>>(
  message: BaseMessage,
  name: string,
  schema: InteropZodType,
): Output {
  const calls = AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
  const called = calls.find((call) => call.name === name)?.args;
  return interopParse(schema, called ?? readJson(message.text.replace(fence, ''))) as Output;
}
