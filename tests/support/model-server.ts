import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { anthropicWire } from './anthropic-wire';
import { completionWire } from './completion-wire';
import type { ModelWire } from './model-wire';
import { ollamaWire } from './ollama-wire';

/** What a scripted model can speak. */
const wires = { openai: completionWire, anthropic: anthropicWire, ollama: ollamaWire };

/** What the model says next: text, calls of tools, neither (an empty answer), or a fault. */
export interface ScriptedReply {
  text?: string;
  /** `rawArgs` are sent as they are in the place of `args`: arguments that do not parse. */
  toolCalls?: { name: string; args: Record<string, unknown>; rawArgs?: string }[];
  /** Waits before the first token, in milliseconds. */
  delayMs?: number;
  /** Waits after each piece of the stream, in milliseconds. */
  paceMs?: number;
  /** Waits after so many chunks until this is resolved. */
  hold?: { after: number; until: Promise<unknown> };
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

/** A server that speaks a provider's wire and says what a test wants it to say. */
export interface ModelServer {
  /** Environment of a desk that uses it. */
  env: Record<string, string>;
  /** Every request so far, in the form of a chat completion. */
  requests: ModelRequest[];
  /** Why requests were refused for their form, as a strict provider does. */
  refusals: string[];
  /** How many requests were given up by their client. */
  abortedCount: () => number;
  close: () => Promise<void>;
}

/**
 * Starts a scripted model: real HTTP, streams, tool calls and usage, on a free port.
 * @param script a list of replies in order, or a function of the request.
 */
export async function startModelServer(
  script: ScriptedReply[] | Script,
  provider: keyof typeof wires = 'openai',
): Promise<ModelServer> {
  const next: Script =
    typeof script === 'function' ? script : (_request, index) => script[index] ?? { status: 500 };
  const wire: ModelWire = wires[provider];
  const requests: ModelRequest[] = [];
  const refusals: string[] = [];
  let aborted = 0;
  const server = createServer(async (incoming, outgoing) => {
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) aborted += 1;
    });
    const request = wire.read(JSON.parse(await readBody(incoming)));
    if ('refused' in request) {
      refusals.push(request.refused);
      sendJson(outgoing, 400, wire.problem(400, request.refused));
      return;
    }
    requests.push(request);
    await send(wire, request, next(request, requests.length - 1), outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the scripted model has no port');
  return {
    env: wire.env(`http://127.0.0.1:${address.port}`),
    requests,
    refusals,
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

function sendJson(
  outgoing: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(JSON.stringify(body));
}

async function send(
  wire: ModelWire,
  request: ModelRequest,
  reply: ScriptedReply,
  outgoing: ServerResponse,
): Promise<void> {
  if (reply.isHanging) return;
  if (reply.delayMs) await setTimeout(reply.delayMs);
  if (reply.status) {
    const problem = wire.problem(reply.status, `scripted ${reply.status}`);
    sendJson(outgoing, reply.status, problem, reply.headers);
    return;
  }
  if (!request.stream) {
    sendJson(outgoing, 200, wire.whole(request.model, reply));
    return;
  }
  outgoing.writeHead(200, { 'content-type': wire.streamType });
  outgoing.flushHeaders();
  for (const [index, frame] of wire.frames(request.model, reply).entries()) {
    if (index === reply.cutAfter) {
      // What was sent is on its way before the connection goes.
      await setTimeout(5);
      outgoing.destroy();
      return;
    }
    if (index === reply.hangAfter) return;
    if (index === reply.hold?.after) await reply.hold.until;
    if (index === reply.garbageAfter) outgoing.write(wire.garbage);
    outgoing.write(frame);
    if (reply.paceMs) await setTimeout(reply.paceMs);
  }
  outgoing.end();
}
