import type { BaseMessage } from '@langchain/core/messages';
import { ToolMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { env } from '@/lib/env';
import { ModelFault, readCode } from '../model-fault';
import { callsOf } from './calls-of';
import { readJson, readSse } from './read-sse';
import { addressOf, type Wire, type WireCall, type WireRequest, type WireTool } from './wire';
import type { WireReply } from './wire-reply';

const toolCallPiece = z.object({
  index: z.number().int().nullish(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});

const chunkSchema = z.object({
  error: z.looseObject({ code: z.union([z.string(), z.number()]).nullish() }).nullish(),
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z.array(toolCallPiece).nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({
      prompt_tokens: z.number().default(0),
      completion_tokens: z.number().default(0),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    })
    .nullish(),
});

/** Chat completions, as OpenAI and every compatible server at `OPENAI_BASE_URL` speak them. */
export const openaiWire: Wire = { request, readLine };

function request(call: WireCall): WireRequest {
  const { OPENAI_API_KEY, OPENAI_BASE_URL = 'https://api.openai.com/v1' } = env();
  const { model, messages, tools, output, stop } = call;
  return {
    url: addressOf(OPENAI_BASE_URL, '/chat/completions'),
    headers: OPENAI_API_KEY ? { authorization: `Bearer ${OPENAI_API_KEY}` } : {},
    body: JSON.stringify({
      model,
      messages: messages.flatMap(toMessages),
      ...(tools.length > 0 && { tools: tools.map(toTool), tool_choice: toolChoice(call) }),
      ...(output && {
        response_format: {
          type: 'json_schema',
          json_schema: { name: output.name, schema: output.schema },
        },
      }),
      ...(stop && { stop }),
      stream: true,
      stream_options: { include_usage: true },
    }),
  };
}

function toTool({ name, description, parameters }: WireTool) {
  return { type: 'function', function: { name, description, parameters } };
}

function toolChoice({ toolChoice: choice }: WireCall) {
  if (choice === undefined || choice === 'auto' || choice === 'none') return choice;
  if (choice === 'any' || choice === 'required') return 'required';
  return { type: 'function', function: { name: choice } };
}

/** A message as the wire has it; none of one that says nothing, which strict servers refuse. */
function toMessages(message: BaseMessage): object[] {
  const { type, text } = message;
  if (ToolMessage.isInstance(message)) {
    return [{ role: 'tool', tool_call_id: message.tool_call_id, content: text }];
  }
  if (type === 'ai') {
    const calls = callsOf(message).map(({ id, name, args }) => ({
      id,
      type: 'function',
      function: { name, arguments: JSON.stringify(args) },
    }));
    if (calls.length === 0) return text === '' ? [] : [{ role: 'assistant', content: text }];
    return [{ role: 'assistant', content: text || null, tool_calls: calls }];
  }
  return text === '' ? [] : [{ role: type === 'system' ? 'system' : 'user', content: text }];
}

function readLine(line: string, reply: WireReply): void {
  const data = readSse(line);
  if (data === null) return;
  if (data === '[DONE]') {
    reply.isOver = true;
    return;
  }
  const parsed = chunkSchema.safeParse(readJson(data));
  if (!parsed.success) throw new ModelFault('garbled', { cause: parsed.error });
  const { error, choices, usage } = parsed.data;
  if (error) throw new ModelFault('overloaded', { code: readCode(error.code) ?? 'in the stream' });
  const choice = choices?.[0];
  const delta = choice?.delta;
  reply.text += delta?.content ?? delta?.refusal ?? '';
  for (const piece of delta?.tool_calls ?? []) addCall(piece, reply);
  if (choice?.finish_reason) reply.finish = choice.finish_reason;
  if (usage) {
    reply.usage = {
      inputTokens: usage.prompt_tokens,
      cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
      outputTokens: usage.completion_tokens,
    };
  }
}

/** Some servers send whole calls without a number: each with an id is another then. */
function addCall(piece: z.infer<typeof toolCallPiece>, reply: WireReply): void {
  const last = Math.max(reply.calls.length - 1, 0);
  const call = reply.callAt(piece.index ?? (piece.id ? reply.calls.length : last));
  if (piece.id) call.id = piece.id;
  if (piece.function?.name && call.name === '') call.name = piece.function.name;
  call.args += piece.function?.arguments ?? '';
}
