import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { completion, completionChunks } from './completion-wire';

/** What the model says next: text, calls of tools, neither (an empty answer), or a fault. */
export interface ScriptedReply {
  text?: string;
  /** `rawArgs` are sent as they are in the place of `args`: arguments that do not parse. */
  toolCalls?: { name: string; args: Record<string, unknown>; rawArgs?: string }[];
  /** Waits before the first token, in milliseconds. */
  delayMs?: number;
  /** Answers with this HTTP status instead. */
  status?: number;
  /** Headers beside such a status, e.g. `retry-after`. */
  headers?: Record<string, string>;
  /** Breaks the connection after so many chunks. */
  cutAfter?: number;
  /** Sends a line that is no JSON after so many chunks, then goes on. */
  garbageAfter?: number;
  /** Falls silent after so many chunks; ends when the client gives up. */
  hangAfter?: number;
  /** Never answers; ends when the client gives up. */
  isHanging?: boolean;
  /** The id of the completion, where one is to be used again; a new one each time when absent. */
  completionId?: string;
}

/** The part of a chat completion request that a script looks at. */
export interface ModelRequest {
  model: string;
  stream?: boolean;
  messages: { role: string; content: unknown; tool_call_id?: string }[];
  tools?: { function: { name: string; parameters: unknown } }[];
  response_format?: unknown;
}

/** Decides each reply from the request; the index counts requests from 0. */
export type Script = (request: ModelRequest, index: number) => ScriptedReply;

/** An OpenAI-compatible server that says what a test wants it to say. */
export interface ModelServer {
  /** Environment of a desk that uses it. */
  env: { MODEL: string; OPENAI_API_KEY: string; OPENAI_BASE_URL: string };
  /** Every request so far. */
  requests: ModelRequest[];
  /** How many requests were given up by their client. */
  abortedCount: () => number;
  close: () => Promise<void>;
}

/**
 * Starts a scripted model: real HTTP, server-sent chunks, tool calls and usage, on a free port.
 * @param script a list of replies in order, or a function of the request.
 */
export async function startModelServer(script: ScriptedReply[] | Script): Promise<ModelServer> {
  const next: Script =
    typeof script === 'function' ? script : (_request, index) => script[index] ?? { status: 500 };
  const requests: ModelRequest[] = [];
  let aborted = 0;
  const server = createServer(async (incoming, outgoing) => {
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) aborted += 1;
    });
    const request: ModelRequest = JSON.parse(await readBody(incoming));
    requests.push(request);
    await send(request, next(request, requests.length - 1), outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the scripted model has no port');
  return {
    env: {
      MODEL: 'openai:scripted',
      OPENAI_API_KEY: 'scripted',
      OPENAI_BASE_URL: `http://127.0.0.1:${address.port}/v1`,
    },
    requests,
    abortedCount: () => aborted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const data of incoming) body += data;
  return body;
}

async function send(
  request: ModelRequest,
  reply: ScriptedReply,
  outgoing: ServerResponse,
): Promise<void> {
  if (reply.isHanging) return;
  if (reply.delayMs) await setTimeout(reply.delayMs);
  if (reply.status) {
    outgoing.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    outgoing.end(JSON.stringify({ error: { message: `scripted ${reply.status}`, type: 'fault' } }));
    return;
  }
  if (!request.stream) {
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(completion(request.model, reply)));
    return;
  }
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [index, chunk] of completionChunks(request.model, reply).entries()) {
    if (index === reply.cutAfter) {
      // What was sent is on its way before the connection goes.
      await setTimeout(5);
      outgoing.destroy();
      return;
    }
    if (index === reply.hangAfter) return;
    if (index === reply.garbageAfter) outgoing.write('data: {"choices":[{"delta\n\n');
    outgoing.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }
  outgoing.end('data: [DONE]\n\n');
}
