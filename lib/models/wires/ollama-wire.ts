import { type BaseMessage, ToolMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { env } from '@/lib/env';
import { ModelFault } from '../model-fault';
import { callsOf } from './calls-of';
import { readJson } from './read-sse';
import { addressOf, type Wire, type WireCall, type WireRequest } from './wire';
import type { WireReply } from './wire-reply';

const lineSchema = z.object({
  error: z.string().optional(),
  message: z
    .object({
      content: z.string().nullish(),
      tool_calls: z
        .array(
          z.object({
            id: z.string().nullish(),
            function: z.object({
              name: z.string(),
              // A server in front of another may pass on text that does not parse.
              arguments: z.union([z.record(z.string(), z.unknown()), z.string()]).nullish(),
            }),
          }),
        )
        .nullish(),
    })
    .nullish(),
  done: z.boolean().default(false),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
});

/** Chat, as an Ollama server at `OLLAMA_BASE_URL` speaks it: one JSON object a line. */
export const ollamaWire: Wire = { request, readLine };

function request({ model, messages, tools, output, stop }: WireCall): WireRequest {
  return {
    url: addressOf(env().OLLAMA_BASE_URL, '/api/chat'),
    headers: {},
    body: JSON.stringify({
      model,
      messages: messages.flatMap(toMessages),
      ...(tools.length > 0 && {
        tools: tools.map((tool) => ({ type: 'function', function: tool })),
      }),
      ...(output && { format: output.schema }),
      ...(stop && { options: { stop } }),
      stream: true,
    }),
  };
}

function toMessages(message: BaseMessage): object[] {
  const { type, text } = message;
  if (ToolMessage.isInstance(message)) {
    const { name, tool_call_id } = message;
    return [{ role: 'tool', content: text, tool_name: name, tool_call_id }];
  }
  const calls = callsOf(message).map(({ id, name, args }) => ({
    id,
    function: { name, arguments: args },
  }));
  if (calls.length === 0 && text === '') return [];
  const role = type === 'ai' ? 'assistant' : type === 'system' ? 'system' : 'user';
  return [{ role, content: text, ...(calls.length > 0 && { tool_calls: calls }) }];
}

function readLine(line: string, reply: WireReply): void {
  if (line.trim() === '') return;
  const parsed = lineSchema.safeParse(readJson(line));
  if (!parsed.success) throw new ModelFault('garbled', { cause: parsed.error });
  const { error, message, done, done_reason, prompt_eval_count, eval_count } = parsed.data;
  if (error !== undefined) throw new ModelFault('overloaded', { code: 'in the stream' });
  reply.text += message?.content ?? '';
  for (const { id, function: called } of message?.tool_calls ?? []) {
    const args = called.arguments ?? {};
    Object.assign(reply.callAt(reply.calls.length), {
      id: id ?? undefined,
      name: called.name,
      args: typeof args === 'string' ? args : JSON.stringify(args),
    });
  }
  if (!done) return;
  reply.isOver = true;
  reply.finish = done_reason ?? 'stop';
  if (eval_count != null || prompt_eval_count != null) {
    reply.usage = { inputTokens: prompt_eval_count ?? 0, outputTokens: eval_count ?? 0 };
  }
}
