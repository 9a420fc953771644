import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import {
  countSchema,
  FakeCollection,
  pointSchema,
  querySchema,
  selectorSchema,
} from './fake-qdrant-collection';

/** A stand-in for a Qdrant server: real HTTP on loopback, real scores and filters. */
export interface FakeQdrant {
  url: string;
  /** The next requests are answered with this status; `after` lets as many pass before. */
  failNext: (count: number, status: number, options?: { after?: number }) => void;
  /** Names of the collections there are. */
  collections: () => string[];
  /** How many requests came so far. */
  requests: () => number;
  stop: () => Promise<void>;
}

type Handler = (collection: FakeCollection, body: unknown) => unknown;

const collectionBody = z.object({
  vectors: z.record(z.string(), z.object({ size: z.number(), distance: z.string() })),
});

/** What the store asks of a collection, by method and the path below `/collections/<name>`. */
const handlers: Record<string, Handler> = {
  'GET ': (collection) => ({ config: { params: { vectors: collection.vectors } } }),
  'PUT /index': () => ({ status: 'completed' }),
  'PUT /points': (collection, body) =>
    collection.upsert(z.object({ points: z.array(pointSchema) }).parse(body).points),
  'POST /points/delete': (collection, body) => collection.delete(selectorSchema.parse(body).filter),
  'POST /points/payload': (collection, body) => {
    const { filter, payload } = selectorSchema.parse(body);
    return collection.setPayload(filter, payload ?? {});
  },
  'POST /points/count': (collection, body) => ({
    count: collection.count(countSchema.parse(body).filter),
  }),
  'POST /points/query': (collection, body) => collection.query(querySchema.parse(body)),
  'POST /points/query/batch': (collection, body) =>
    z
      .object({ searches: z.array(querySchema) })
      .parse(body)
      .searches.map((search) => collection.query(search)),
};

/** Starts one on a free port. */
export async function startFakeQdrant(): Promise<FakeQdrant> {
  const collections = new Map<string, FakeCollection>();
  let failures = 0;
  let failureStatus = 500;
  let toPass = 0;
  let requests = 0;

  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    requests += 1;
    const body = await readJson(request);
    if (toPass > 0) toPass -= 1;
    else if (failures > 0) {
      failures -= 1;
      return [failureStatus, { status: { error: 'made to fail' } }];
    }
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const [, name = '', rest = ''] = /^\/collections\/([^/]+)(.*)$/.exec(path) ?? [];
    if (rest === '/exists') return [200, { result: { exists: collections.has(name) } }];
    if (request.method === 'PUT' && rest === '') {
      if (collections.has(name)) return [409, { status: { error: 'already exists' } }];
      collections.set(name, new FakeCollection(collectionBody.parse(body).vectors));
      return [200, { result: true }];
    }
    if (request.method === 'DELETE' && rest === '')
      return [200, { result: collections.delete(name) }];
    const collection = collections.get(name);
    const handler = handlers[`${request.method} ${rest}`];
    if (!collection || !handler) return [404, { status: { error: `no ${path}` } }];
    return [200, { result: handler(collection, body) }];
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => respond(response, status, body),
      (error) => respond(response, 400, { status: { error: String(error) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    failNext: (count, status, { after = 0 } = {}) => {
      toPass = after;
      failures = count;
      failureStatus = status;
    },
    collections: () => [...collections.keys()],
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString('utf8');
  return text ? JSON.parse(text) : undefined;
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
