import { randomUUID } from 'node:crypto';
import type { ScriptedReply } from './model-server';

const completionIdOf = (reply: ScriptedReply) => reply.completionId ?? `chatcmpl-${randomUUID()}`;
const created = 1_700_000_000;

/** A whole chat completion, as a server answers without `stream`. */
export function completion(model: string, reply: ScriptedReply) {
  const toolCalls = wireCalls(reply);
  return {
    id: completionIdOf(reply),
    created,
    model,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: reply.text ?? null,
          ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
        },
        finish_reason: finishReason(reply),
      },
    ],
    usage: usage(reply),
  };
}

/** The same completion as the chunks of a stream: words one by one, arguments in two pieces. */
export function completionChunks(model: string, reply: ScriptedReply) {
  const id = completionIdOf(reply);
  const chunk = (delta: object, finish: string | null = null) => ({
    id,
    created,
    model,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const words = reply.text?.match(/\S+\s*|\s+/g) ?? [];
  const calls = wireCalls(reply).flatMap(({ index, id: callId, type, function: called }) => {
    const middle = Math.floor(called.arguments.length / 2);
    const first = { name: called.name, arguments: called.arguments.slice(0, middle) };
    const second = { arguments: called.arguments.slice(middle) };
    return [
      chunk({ tool_calls: [{ index, id: callId, type, function: first }] }),
      chunk({ tool_calls: [{ index, function: second }] }),
    ];
  });
  return [
    chunk({ role: 'assistant', content: '' }),
    ...words.map((content) => chunk({ content })),
    ...calls,
    chunk({}, finishReason(reply)),
    { id, created, model, object: 'chat.completion.chunk', choices: [], usage: usage(reply) },
  ];
}

function wireCalls(reply: ScriptedReply) {
  return (reply.toolCalls ?? []).map(({ name, args, rawArgs }, index) => ({
    index,
    id: `call_${name}_${index}`,
    type: 'function' as const,
    function: { name, arguments: rawArgs ?? JSON.stringify(args) },
  }));
}

const finishReason = (reply: ScriptedReply) => (reply.toolCalls?.length ? 'tool_calls' : 'stop');

function usage(reply: ScriptedReply) {
  const completionTokens = reply.text?.split(/\s+/).length ?? 1;
  return {
    prompt_tokens: 10,
    completion_tokens: completionTokens,
    total_tokens: 10 + completionTokens,
  };
}
