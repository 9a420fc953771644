import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { ToolCall } from '@langchain/core/messages/tool';
import type { ToolResult } from '@/agents/tools/tool-result';
import { newId } from '@/lib/ids';

/** What a model answered, in a form that every provider takes back. */
export interface ReadReply {
  message: AIMessage;
  /** Calls that can be tried. */
  calls: ToolCall[];
  /** Answers to calls whose arguments are no JSON. */
  refused: ToolMessage[];
}

/** Providers take no other characters in the name of a tool. */
const safeName = (name: string | undefined) =>
  name?.replace(/[^\w-]/g, '_').slice(0, 64) || 'unnamed';

/**
 * Reads a model's reply. Its calls get ids that no call before them had, and those that cannot be
 * read stay in it with empty arguments and an answer: a history with a call that is not answered,
 * or two of one id, is refused by strict providers.
 */
export function readReply(reply: BaseMessage, work: BaseMessage[]): ReadReply {
  const taken = new Set(work.flatMap((each) => callsOf(each).map(({ id }) => id)));
  const idFor = (id: string | undefined) => {
    const free = id && !taken.has(id) ? id : `call_${newId()}`;
    taken.add(free);
    return free;
  };
  const readable = callsOf(reply).map(
    ({ name, args, id }): ToolCall => ({
      name: safeName(name),
      args,
      id: idFor(id),
      type: 'tool_call',
    }),
  );
  const unreadable = (AIMessage.isInstance(reply) ? (reply.invalid_tool_calls ?? []) : []).map(
    ({ name, id }): ToolCall => ({
      name: safeName(name),
      args: {},
      id: idFor(id),
      type: 'tool_call',
    }),
  );
  return {
    message: new AIMessage({ content: reply.text, tool_calls: [...readable, ...unreadable] }),
    calls: readable,
    refused: unreadable.map((call) =>
      toolAnswer(call, { outcome: 'bad_arguments', reason: 'The arguments are no valid JSON.' }),
    ),
  };
}

/** The answer to a call that was not run, or went wrong. */
export function toolAnswer(call: ToolCall, result: ToolResult): ToolMessage {
  return new ToolMessage({
    tool_call_id: call.id ?? '',
    name: call.name,
    status: 'error',
    content: JSON.stringify(result),
  });
}

export function callsOf(message: BaseMessage): ToolCall[] {
  return AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
}
