import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sendJson } from './send-json';

/** The least that an MCP server at an address is: it answers each message in one piece. */
export function answerPlainly(request: IncomingMessage, response: ServerResponse): void {
  text(request).then((body) => answerMessage(body, response));
}

/** Answers one message, as it came. */
export function answerMessage(body: string, response: ServerResponse): void {
  const results: Record<string, unknown> = {
    initialize: {
      protocolVersion: '2025-06-18',
      capabilities: { tools: {} },
      serverInfo: { name: 'plain', version: '1' },
    },
    'tools/list': { tools: [{ name: 'mine', inputSchema: { type: 'object' } }] },
    'tools/call': { content: [{ type: 'text', text: 'yours' }] },
  };
  const { id, method } = body ? JSON.parse(body) : {};
  if (id === undefined) response.writeHead(body ? 202 : 405).end();
  else sendJson(response, 200, { jsonrpc: '2.0', id, result: results[method] });
}
