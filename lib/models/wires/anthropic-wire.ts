import { type BaseMessage, ToolMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { env } from '@/lib/env';
import { type FaultKind, ModelFault, readCode } from '../model-fault';
import { callsOf } from './calls-of';
import { readJson, readSse } from './read-sse';
import { addressOf, type Wire, type WireCall, type WireRequest } from './wire';
import type { WireReply } from './wire-reply';

/** The wire wants a limit. More than any answer of a front desk, less than any model allows. */
const maxTokens = 4_096;

const usageSchema = z.object({
  input_tokens: z.number().nullish(),
  cache_read_input_tokens: z.number().nullish(),
  cache_creation_input_tokens: z.number().nullish(),
  output_tokens: z.number().nullish(),
});

/** One schema for all events: each has some of these. */
const eventSchema = z.object({
  type: z.string(),
  index: z.number().int().default(0),
  message: z.object({ usage: usageSchema.nullish() }).nullish(),
  content_block: z
    .object({
      type: z.string(),
      id: z.string().nullish(),
      name: z.string().nullish(),
      text: z.string().nullish(),
    })
    .nullish(),
  delta: z
    .object({
      type: z.string().nullish(),
      text: z.string().nullish(),
      partial_json: z.string().nullish(),
      stop_reason: z.string().nullish(),
    })
    .nullish(),
  usage: usageSchema.nullish(),
  error: z.object({ type: z.string() }).nullish(),
});
type Event = z.infer<typeof eventSchema>;

/** Messages, as Anthropic and servers like it at `ANTHROPIC_BASE_URL` speak them. */
export const anthropicWire: Wire = { request, readLine };

function request(call: WireCall): WireRequest {
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL } = env();
  const { model, messages, output, stop } = call;
  // There is no schema for answers on this wire: a tool that must be called stands for it.
  const outputs = output ? [{ ...output, description: 'Gives the answer.' }] : [];
  const tools = [
    ...call.tools.map(({ name, description, parameters }) => ({
      name,
      description,
      input_schema: parameters,
    })),
    ...outputs.map(({ name, description, schema }) => ({
      name,
      description,
      input_schema: schema,
    })),
  ];
  return {
    url: addressOf(ANTHROPIC_BASE_URL, '/v1/messages'),
    headers: {
      'anthropic-version': '2023-06-01',
      ...(ANTHROPIC_API_KEY && { 'x-api-key': ANTHROPIC_API_KEY }),
    },
    body: JSON.stringify({
      model,
      max_tokens: maxTokens,
      system: toSystem(messages),
      messages: toTurns(messages),
      ...(tools.length > 0 && { tools, tool_choice: toolChoice(output?.name ?? call.toolChoice) }),
      ...(stop && { stop_sequences: stop }),
      stream: true,
    }),
  };
}

function toolChoice(choice: string | undefined) {
  if (choice === undefined || choice === 'auto') return { type: 'auto' };
  if (choice === 'none') return { type: 'none' };
  return choice === 'any' || choice === 'required'
    ? { type: 'any' }
    : { type: 'tool', name: choice };
}

/**
 * The system messages in their blocks. Where one comes in several, the first is what does not vary
 * from call to call: the provider keeps it, with the tools before it, and reads it for a tenth.
 */
function toSystem(messages: BaseMessage[]): object[] | undefined {
  const blocks = messages.filter(({ type }) => type === 'system').flatMap(textsOf);
  if (blocks.length === 0) return undefined;
  return blocks.map((text, index) => ({
    type: 'text',
    text,
    ...(index === 0 && blocks.length > 1 && { cache_control: { type: 'ephemeral' } }),
  }));
}

function textsOf({ content, text }: BaseMessage): string[] {
  if (typeof content === 'string') return text === '' ? [] : [text];
  return content.flatMap((block) =>
    block.type === 'text' && typeof block.text === 'string' && block.text !== ''
      ? [block.text]
      : [],
  );
}

interface Turn {
  role: 'user' | 'assistant';
  content: object[];
}

/** The conversation in turns: neighbours of one side are one, and a person begins. */
function toTurns(messages: BaseMessage[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    const role = message.type === 'ai' ? 'assistant' : 'user';
    const content = message.type === 'system' ? [] : toBlocks(message);
    if (content.length === 0) continue;
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content });
  }
  const isBegun = turns[0]?.role !== 'assistant';
  return isBegun ? turns : [{ role: 'user', content: [{ type: 'text', text: '…' }] }, ...turns];
}

function toBlocks(message: BaseMessage): object[] {
  const { text } = message;
  if (ToolMessage.isInstance(message)) {
    const { tool_call_id, status } = message;
    return [
      {
        type: 'tool_result',
        tool_use_id: tool_call_id,
        content: text,
        ...(status === 'error' && { is_error: true }),
      },
    ];
  }
  const said = text.trim() === '' ? [] : [{ type: 'text', text: text.trimEnd() }];
  const calls = callsOf(message).map(({ id, name, args }) => ({
    type: 'tool_use',
    id,
    name,
    input: args,
  }));
  return [...said, ...calls];
}

function readLine(line: string, reply: WireReply): void {
  const data = readSse(line);
  if (data === null) return;
  const parsed = eventSchema.safeParse(readJson(data));
  if (!parsed.success) throw new ModelFault('garbled', { cause: parsed.error });
  take(parsed.data, reply);
}

function take(event: Event, reply: WireReply): void {
  const { type, index, content_block: block, delta } = event;
  if (event.error) {
    const code = readCode(event.error.type) ?? 'in the stream';
    throw new ModelFault(kinds[code] ?? 'overloaded', { code });
  }
  addUsage(event.message?.usage ?? event.usage, reply);
  if (block?.type === 'tool_use') {
    Object.assign(reply.callAt(index), { id: block.id ?? undefined, name: block.name ?? '' });
  }
  reply.text += block?.text ?? delta?.text ?? '';
  if (delta?.partial_json) reply.callAt(index).args += delta.partial_json;
  if (delta?.stop_reason) reply.finish = delta.stop_reason;
  if (type === 'message_stop') reply.isOver = true;
}

/** Faults that come in the stream, after the status has said that all is well. */
const kinds: Record<string, FaultKind> = {
  rate_limit_error: 'limited',
  authentication_error: 'unauthorised',
  permission_error: 'unauthorised',
  invalid_request_error: 'refused',
};

/** What came from the cache or went into it is not counted among the input tokens there. */
function addUsage(usage: z.infer<typeof usageSchema> | null | undefined, reply: WireReply): void {
  if (!usage) return;
  const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens } = usage;
  const fresh = input_tokens ?? undefined;
  const input =
    fresh === undefined
      ? reply.usage?.inputTokens
      : fresh + (cache_read_input_tokens ?? 0) + (cache_creation_input_tokens ?? 0);
  reply.usage = {
    inputTokens: input ?? 0,
    cachedTokens: cache_read_input_tokens ?? reply.usage?.cachedTokens ?? 0,
    outputTokens: usage.output_tokens ?? reply.usage?.outputTokens ?? 0,
  };
}
