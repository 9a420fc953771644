import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleDemoRequest } from './handle-request';

/** The demo company's API behind a real HTTP server. */
export interface DemoServer {
  port: number;
  /** Base address of the API, ending in `/api/demo`. */
  url: string;
  stop: () => Promise<void>;
}

/** Serves the API on a free port of this machine: for commands and tests, where no desk runs. */
export async function startDemoServer(): Promise<DemoServer> {
  const server = createServer((incoming, outgoing) => {
    // The caller has gone in the middle of its request: there is nobody to answer.
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}/api/demo`, stop: () => close(server) };
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await toRequest(incoming);
  const path = new URL(request.url).pathname.replace(/^\/api\/demo/, '');
  const response = await handleDemoRequest(request, path);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = 'GET' } = incoming;
  return new Request(`http://127.0.0.1${incoming.url}`, {
    method,
    headers: incoming.headers as Record<string, string>,
    body: method === 'GET' ? undefined : Buffer.concat(chunks),
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
