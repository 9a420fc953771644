import { z } from 'zod';
import type { ModelRequest, ScriptedReply } from './model-server';
import type { ModelWire } from './model-wire';

const call = z.object({ function: z.object({ name: z.string(), arguments: z.looseObject({}) }) });

/** A body of `POST /api/chat` of Ollama. It takes nearly anything; what we send must still be whole. */
const requestSchema = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z
    .array(
      z
        .object({
          role: z.enum(['system', 'user', 'assistant', 'tool']),
          content: z.string(),
          tool_calls: z.array(call).optional(),
          tool_name: z.string().optional(),
        })
        .refine((each) => each.content !== '' || each.tool_calls?.length, 'nothing is said'),
    )
    .min(1),
  tools: z
    .array(z.object({ function: z.object({ name: z.string(), parameters: z.unknown() }) }))
    .optional(),
});

/** The wire of Ollama. */
export const ollamaWire: ModelWire = {
  env: (url) => ({ MODEL: 'ollama:scripted', OLLAMA_BASE_URL: url }),
  read: readRequest,
  whole: wholeMessage,
  frames: lines,
  streamType: 'application/x-ndjson',
  garbage: '{"model":"scri\n',
  problem: (_status, message) => ({ error: message }),
};

/** @returns what a script looks at, in the form of a chat completion, or why it is refused. */
function readRequest(body: unknown): ModelRequest | { refused: string } {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return { refused: z.prettifyError(parsed.error) };
  // Ollama streams unless it is told not to.
  const { stream = true, ...rest } = parsed.data;
  return { ...rest, stream };
}

/** A whole answer, as Ollama gives it with `stream: false`. */
function wholeMessage(model: string, reply: ScriptedReply) {
  const tool_calls = callsOf(reply);
  const calls = tool_calls.length > 0 ? { tool_calls } : {};
  const message = { role: 'assistant', content: reply.text ?? '', ...calls };
  return { ...endOf(model, reply), message };
}

/** The same answer as the lines of a stream: words one by one, each call whole. */
function lines(model: string, reply: ScriptedReply): string[] {
  const words = reply.text?.match(/\S+\s*|\s+/g) ?? [];
  const line = (message: object) => ({
    ...stamp(model),
    message: { role: 'assistant', content: '', ...message },
    done: false,
  });
  return [
    ...words.map((content) => line({ content })),
    ...callsOf(reply).map((each) => line({ tool_calls: [each] })),
    { ...endOf(model, reply), message: { role: 'assistant', content: '' } },
  ].map((each) => `${JSON.stringify(each)}\n`);
}

const stamp = (model: string) => ({ model, created_at: '2026-11-01T00:00:00Z' });

function callsOf(reply: ScriptedReply) {
  return (reply.toolCalls ?? []).map(({ name, args }) => ({ function: { name, arguments: args } }));
}

function endOf(model: string, reply: ScriptedReply) {
  const counts = { prompt_eval_count: 10, eval_count: reply.text?.split(/\s+/).length ?? 1 };
  return { ...stamp(model), done: true, done_reason: 'stop', total_duration: 1, ...counts };
}
