import { AIMessage, type BaseMessage } from '@langchain/core/messages';

/** A tool call of an earlier message, as a provider is told of it. */
export interface EarlierCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
}

/**
 * The calls that a message made. Those whose arguments did not parse are among them, as their
 * results are told as well, and as an object, for servers that want nothing else.
 */
export function callsOf(message: BaseMessage): EarlierCall[] {
  if (!AIMessage.isInstance(message)) return [];
  const { tool_calls = [], invalid_tool_calls = [] } = message;
  return [
    ...tool_calls.map(({ id = '', name, args }) => ({ id, name, args })),
    ...invalid_tool_calls.map(({ id = '', name = '', args = '' }) => ({
      id,
      name,
      args: { unreadable: args },
    })),
  ];
}
