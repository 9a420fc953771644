import { AIMessage, type InvalidToolCall } from '@langchain/core/messages';
import type { ToolCall } from '@langchain/core/messages/tool';
import { z } from 'zod';
import { newId } from '@/lib/ids';
import type { OutsideModel } from './model-name';
import type { SpokenCall, WireReply } from './wires/wire-reply';

const argumentsSchema = z.record(z.string(), z.unknown());

/**
 * A whole reply as a message of the conversation. It gets an id of its own: of two messages with
 * one id the later takes the place of the other, and some servers use theirs again. Calls whose
 * arguments do not parse are its `invalid_tool_calls`.
 */
export function toMessage(reply: WireReply, { provider, model }: OutsideModel): AIMessage {
  const calls: ToolCall[] = [];
  const invalid: InvalidToolCall[] = [];
  for (const spoken of reply.calls) {
    const args = argumentsOf(spoken);
    const known = { id: spoken.id ?? `call_${newId()}`, name: spoken.name };
    if (args) calls.push({ ...known, args, type: 'tool_call' });
    else
      invalid.push({
        ...known,
        args: spoken.args,
        error: 'not an object in JSON',
        type: 'invalid_tool_call',
      });
  }
  const { usage } = reply;
  return new AIMessage({
    id: newId(),
    content: reply.text,
    tool_calls: calls,
    invalid_tool_calls: invalid,
    response_metadata: { provider, model, finish_reason: reply.finish },
    ...(usage && {
      usage_metadata: {
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
        total_tokens: usage.inputTokens + usage.outputTokens,
        input_token_details: { cache_read: usage.cachedTokens ?? 0 },
      },
    }),
  });
}

function argumentsOf({ args }: SpokenCall): Record<string, unknown> | undefined {
  try {
    return argumentsSchema.safeParse(args.trim() === '' ? {} : JSON.parse(args)).data;
  } catch {
    // Handed on as invalid: whoever runs the tools tells the model.
    return undefined;
  }
}
