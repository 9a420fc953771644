import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { historyFault } from './history-fault';
import type { ModelRequest, ScriptedReply } from './model-server';
import type { ModelWire } from './model-wire';
import { toolFault } from './tool-fault';

const call = z.looseObject({
  id: z.string(),
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
});

const message = z.looseObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.unknown(),
  tool_call_id: z.string().optional(),
  tool_calls: z.array(call).optional(),
});

/** A body of `POST /v1/chat/completions`, as strict as the strictest server of that wire is. */
const requestSchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z
    .array(message)
    .min(1)
    .superRefine((messages, context) => {
      const fault = historyFault(messages);
      if (fault) context.addIssue(fault);
    }),
  tools: z
    .array(z.looseObject({ function: z.looseObject({ name: z.string() }) }))
    .superRefine((tools, context) => {
      const fault = toolFault(tools);
      if (fault) context.addIssue(fault);
    })
    .optional(),
});

function readRequest(body: unknown): ModelRequest | { refused: string } {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return { refused: z.prettifyError(parsed.error) };
  return parsed.data as ModelRequest;
}

/** The wire of OpenAI, and of every server that is compatible with it. */
export const completionWire: ModelWire = {
  env: (url) => ({
    MODEL: 'openai:scripted',
    OPENAI_API_KEY: 'scripted',
    OPENAI_BASE_URL: `${url}/v1`,
  }),
  read: readRequest,
  whole: completion,
  frames: (model, reply) => [
    ...completionChunks(model, reply).map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`),
    'data: [DONE]\n\n',
  ],
  streamType: 'text/event-stream',
  garbage: 'data: {"choices":[{"delta\n\n',
  problem: (_status, text) => ({ error: { message: text, type: 'fault' } }),
};

const completionIdOf = (reply: ScriptedReply) => reply.completionId ?? `chatcmpl-${randomUUID()}`;
const created = 1_700_000_000;

/** A whole chat completion, as a server answers without `stream`. */
function completion(model: string, reply: ScriptedReply) {
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
function completionChunks(model: string, reply: ScriptedReply) {
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
