import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;
type RouteModule = Partial<Record<string, Handler>>;

interface Mount {
  segments: string[];
  file: string;
}

/** A desk's API over real HTTP, in this process, on the database of this test file. */
export interface DeskServer {
  url: string;
  close: () => Promise<void>;
}

/** Every `route.ts` under `app/api`, as the path it answers: `['api', 'chat', '[id]', 'stream']`. */
export function listRouteFiles(): Mount[] {
  return readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'route.ts')
    .map((name) => ({
      segments: ['api', ...path.dirname(name).split(path.sep)],
      file: path.resolve('app/api', name),
    }));
}

/** Loads a route file with its handlers. */
export async function loadRoute(file: string): Promise<RouteModule> {
  return import(pathToFileURL(file).href);
}

/** Serves the routes of `app/api` by the rules by which Next finds them. */
export async function serveDesk(): Promise<DeskServer> {
  const mounts = listRouteFiles();
  const server = createServer((incoming, outgoing) => {
    answer(mounts, incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the test server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(mounts: Mount[], incoming: IncomingMessage, outgoing: ServerResponse) {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  const found = findMount(mounts, url.pathname.slice(1).split('/').map(decodeURIComponent));
  const handler = found && (await loadRoute(found.file))[incoming.method ?? 'GET'];
  if (!found || !handler) {
    outgoing.writeHead(found ? 405 : 404).end();
    return;
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const request = new Request(url, {
    method: incoming.method,
    headers: toHeaders(incoming),
    body: hasBody ? (Readable.toWeb(incoming) as ReadableStream) : undefined,
    duplex: 'half',
    signal: gone.signal,
  } as RequestInit);
  const response = await handler(request, { params: Promise.resolve(found.params) });
  await send(response, outgoing);
}

function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const cookies = response.headers.getSetCookie();
  const headers = Object.fromEntries(response.headers);
  outgoing.writeHead(response.status, {
    ...headers,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  });
  outgoing.flushHeaders();
  if (!response.body) {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(body, outgoing).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** The route for these segments; a fixed segment wins over a parameter, that over a catch-all. */
function findMount(mounts: Mount[], segments: string[]) {
  const matches = mounts.flatMap((mount) => {
    const params = match(mount.segments, segments);
    return params ? [{ file: mount.file, params, rank: mount.segments.map(rankOf).join('') }] : [];
  });
  return matches.sort((a, b) => a.rank.localeCompare(b.rank))[0];
}

function rankOf(segment: string): string {
  if (!segment.startsWith('[')) return '0';
  return segment.startsWith('[...') ? '2' : '1';
}

function match(pattern: string[], segments: string[]) {
  const params: Record<string, string | string[]> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index];
    if (part.startsWith('[...')) {
      params[part.slice(4, -1)] = segments.slice(index);
      return segments.length > index ? params : null;
    }
    if (segment === undefined) return null;
    if (part.startsWith('[')) params[part.slice(1, -1)] = segment;
    else if (part !== segment) return null;
  }
  return pattern.length === segments.length ? params : null;
}
