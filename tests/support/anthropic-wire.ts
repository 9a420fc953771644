import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ModelRequest, ScriptedReply } from './model-server';
import type { ModelWire } from './model-wire';

const block = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().min(1),
    cache_control: z.unknown().optional(),
  }),
  z.object({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('tool_result'), tool_use_id: z.string(), content: z.unknown() }),
]);
type Block = z.infer<typeof block>;

const textOrBlocks = z.union([z.string().min(1), z.array(block).min(1)]);

const message = z.object({ role: z.enum(['user', 'assistant']), content: textOrBlocks });
type WireMessage = z.infer<typeof message>;

/** A body of `POST /v1/messages`, as strict as Anthropic is: nothing empty, an explicit bound. */
const requestSchema = z.object({
  model: z.string(),
  max_tokens: z.number().int().positive(),
  stream: z.boolean().optional(),
  system: textOrBlocks.optional(),
  messages: z
    .array(message)
    .min(1)
    .refine(takesTurns, 'roles must take turns and begin with the user')
    .refine(answersCalls, 'each tool_use needs its tool_result in the next message'),
  tools: z
    .array(
      z.object({ name: z.string(), input_schema: z.looseObject({ type: z.literal('object') }) }),
    )
    .optional(),
});

const blocksOf = (content: WireMessage['content']): Block[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content;

function takesTurns(messages: WireMessage[]): boolean {
  return messages.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : 'assistant'));
}

function answersCalls(messages: WireMessage[]): boolean {
  const idsIn = (message: WireMessage | undefined, type: 'tool_use' | 'tool_result') =>
    blocksOf(message?.content ?? []).flatMap((part) => {
      if (part.type !== type) return [];
      return part.type === 'tool_use'
        ? [part.id]
        : part.type === 'tool_result'
          ? [part.tool_use_id]
          : [];
    });
  return messages.every((message, at) => {
    const asked = idsIn(message, 'tool_use').sort().join();
    return (
      asked ===
        idsIn(messages[at + 1], 'tool_result')
          .sort()
          .join() || message.role === 'user'
    );
  });
}

/** The wire of Anthropic. */
export const anthropicWire: ModelWire = {
  env: (url) => ({
    MODEL: 'anthropic:scripted',
    ANTHROPIC_API_KEY: 'scripted',
    ANTHROPIC_BASE_URL: url,
  }),
  read: readRequest,
  whole: wholeMessage,
  frames: events,
  streamType: 'text/event-stream',
  garbage: 'event: content_block_delta\ndata: {"type":"content_blo\n\n',
  problem,
};

/** @returns what a script looks at, in the form of a chat completion, or why it is refused. */
function readRequest(body: unknown): ModelRequest | { refused: string } {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return { refused: z.prettifyError(parsed.error) };
  const { model, stream, system, messages, tools } = parsed.data;
  const said = messages.flatMap(({ role, content }) =>
    blocksOf(content).map((part) => {
      if (part.type === 'text') return { role, content: part.text };
      if (part.type === 'tool_use') return { role, content: JSON.stringify(part.input) };
      return { role: 'tool', content: textOf(part.content), tool_call_id: part.tool_use_id };
    }),
  );
  return {
    model,
    stream,
    messages: [{ role: 'system', content: textOf(system) }, ...said],
    tools: tools?.map((tool) => ({ function: { name: tool.name, parameters: tool.input_schema } })),
  };
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content ?? '');
}

/** A whole message, as Anthropic answers without `stream`. */
function wholeMessage(model: string, reply: ScriptedReply) {
  const content = [
    ...(reply.text ? [{ type: 'text', text: reply.text }] : []),
    ...callsOf(reply).map(({ id, name, args }) => ({ type: 'tool_use', id, name, input: args })),
  ];
  return { ...emptyMessage(model), content, stop_reason: stopReason(reply), usage: usageOf(reply) };
}

/** The same message as the events of a stream: words one by one, arguments in two pieces. */
function events(model: string, reply: ScriptedReply): string[] {
  const words = reply.text?.match(/\S+\s*|\s+/g) ?? [];
  const text = words.map((word) => ({ type: 'text_delta', text: word }));
  const blocks = [
    ...(words.length > 0 ? [{ start: { type: 'text', text: '' }, deltas: text }] : []),
    ...callsOf(reply).map(({ id, name, json }) => ({
      start: { type: 'tool_use', id, name, input: {} },
      deltas: halves(json).map((part) => ({ type: 'input_json_delta', partial_json: part })),
    })),
  ];
  const usage = { ...usageOf(reply), output_tokens: 1 };
  return [
    { type: 'message_start', message: { ...emptyMessage(model), usage } },
    ...blocks.flatMap(({ start, deltas }, index) => [
      { type: 'content_block_start', index, content_block: start },
      ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ]),
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason(reply), stop_sequence: null },
      usage: usageOf(reply),
    },
    { type: 'message_stop' },
  ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

/** What Anthropic says instead of a message. */
function problem(status: number, message: string) {
  const types: Record<number, string> = {
    400: 'invalid_request_error',
    401: 'authentication_error',
    429: 'rate_limit_error',
    529: 'overloaded_error',
  };
  return { type: 'error', error: { type: types[status] ?? 'api_error', message } };
}

function emptyMessage(model: string) {
  const shape = { type: 'message', role: 'assistant', content: [], stop_reason: null };
  return { id: `msg_${randomUUID()}`, model, ...shape, stop_sequence: null };
}

function callsOf(reply: ScriptedReply) {
  return (reply.toolCalls ?? []).map(({ name, args, rawArgs }, at) => ({
    id: `toolu_${name}_${at}`,
    name,
    args,
    json: rawArgs ?? JSON.stringify(args),
  }));
}

function halves(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
}

const stopReason = (reply: ScriptedReply) => (reply.toolCalls?.length ? 'tool_use' : 'end_turn');

function usageOf(reply: ScriptedReply) {
  const input = { input_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  return { ...input, output_tokens: reply.text?.split(/\s+/).length ?? 1 };
}
