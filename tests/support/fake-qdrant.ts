import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import {
  changeSchema,
  countSchema,
  FakeCollection,
  makingSchema,
  pointSchema,
  querySchema,
  selectorSchema,
} from './fake-qdrant-collection';
import { FakeSnapshots } from './fake-qdrant-snapshots';

interface Fault {
  /** How many requests pass before. */
  after?: number;
  headers?: Record<string, string>;
  /** The body as it is sent; Qdrant's own form of a fault when absent. */
  body?: string;
}

/** A stand-in for a Qdrant server: real HTTP on loopback, real scores and filters. */
export interface FakeQdrant {
  url: string;
  /** The next requests are answered with this status. */
  failNext: (count: number, status: number, fault?: Fault) => void;
  /** Every answer takes this long from now on, in milliseconds. */
  slowDown: (ms: number) => void;
  /** Largest body taken, in bytes; Qdrant's own 32 MB at first. */
  limitBodies: (bytes: number) => void;
  /** Only requests with this key are answered from now on; undefined for all. */
  requireKey: (key: string | undefined) => void;
  /** Names of the collections there are. */
  collections: () => string[];
  /** What the server tells of a collection, with how many points each index was made over. */
  info: (collection: string) => ReturnType<FakeCollection['info']> | undefined;
  /** Somebody else removes a collection. */
  drop: (collection: string) => void;
  /** Names of the snapshots that were made and not deleted. */
  snapshots: () => string[];
  /** How many requests came so far. */
  requests: () => number;
  /** The most requests that were answered at once since the start. */
  busiest: () => number;
  stop: () => Promise<void>;
}

type Handler = (collection: FakeCollection, body: unknown) => unknown;

/** What the store asks of a collection, by method and the path below `/collections/<name>`. */
const handlers: Record<string, Handler> = {
  'GET ': (collection) => collection.info(),
  'PATCH ': (collection, body) => collection.change(changeSchema.parse(body)),
  'PUT /index': (collection, body) => {
    const index = z.object({ field_name: z.string(), field_schema: z.unknown() }).parse(body);
    return collection.makeIndex(index.field_name, index.field_schema);
  },
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
  'POST /facet': (collection, body) =>
    collection.facet(z.object({ key: z.string() }).parse(body).key),
  'POST /points/query': (collection, body) => collection.query(querySchema.parse(body)),
  'POST /points/query/batch': (collection, body) =>
    z
      .object({ searches: z.array(querySchema) })
      .parse(body)
      .searches.map((search) => collection.query(search)),
};

interface Answer {
  status: number;
  /** Sent as JSON, or as it is when it is text or bytes. */
  body: unknown;
  headers?: Record<string, string>;
}

const failed = (status: number, error: string): Answer => ({ status, body: { status: { error } } });

/** The server's data: what it answers to whom, apart from faults. */
class FakeServer {
  readonly collections = new Map<string, FakeCollection>();
  readonly snapshots = new FakeSnapshots(this.collections);

  async answer(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const [, name = '', rest = ''] = /^\/collections\/([^/]+)(.*)$/.exec(path) ?? [];
    if (rest === '/exists') return this.result({ exists: this.collections.has(name) });
    if (rest.startsWith('/snapshots')) {
      const file = await this.snapshots.answer(request, { collection: name, path: rest, body });
      if (file === null) return failed(404, `no ${path}`);
      return Buffer.isBuffer(file) ? { status: 200, body: file } : this.result(file);
    }
    const json = body.length > 0 ? JSON.parse(body.toString('utf8')) : undefined;
    if (request.method === 'PUT' && rest === '') return this.make(name, json);
    if (request.method === 'DELETE' && rest === '') {
      return this.result(this.collections.delete(name));
    }
    const collection = this.collections.get(name);
    const handler = handlers[`${request.method} ${rest}`];
    if (!collection || !handler) return failed(404, `no ${path}`);
    return this.result(handler(collection, json));
  }

  private make(name: string, json: unknown): Answer {
    if (this.collections.has(name)) return failed(409, 'already exists');
    this.collections.set(name, new FakeCollection(makingSchema.parse(json)));
    return this.result(true);
  }

  private result(result: unknown): Answer {
    return { status: 200, body: { result } };
  }
}

/** What is wrong with the server at the moment. */
class Faults {
  private failures = 0;
  private answer: Answer = failed(500, 'made to fail');
  private toPass = 0;
  delayMs = 0;
  maxBytes = 32 * 1024 * 1024;
  key: string | undefined;

  failNext(count: number, status: number, { after = 0, headers, body }: Fault = {}): void {
    this.toPass = after;
    this.failures = count;
    this.answer = { ...failed(status, 'made to fail'), headers };
    if (body !== undefined) this.answer.body = body;
  }

  find(request: IncomingMessage, body: Buffer): Answer | null {
    if (this.toPass > 0) this.toPass -= 1;
    else if (this.failures > 0) {
      this.failures -= 1;
      return this.answer;
    }
    if (this.key && request.headers['api-key'] !== this.key) return failed(403, 'Forbidden');
    return body.length > this.maxBytes ? failed(413, 'Payload too large') : null;
  }
}

/** Starts one on a free port. */
export async function startFakeQdrant(): Promise<FakeQdrant> {
  const data = new FakeServer();
  const faults = new Faults();
  let requests = 0;
  let atOnce = 0;
  let busiest = 0;
  const serve = async (request: IncomingMessage): Promise<Answer> => {
    requests += 1;
    atOnce += 1;
    busiest = Math.max(busiest, atOnce);
    try {
      const body = await readBody(request);
      await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
      return faults.find(request, body) ?? (await data.answer(request, body));
    } catch (error) {
      return failed(400, String(error));
    } finally {
      atOnce -= 1;
    }
  };
  const server = createServer((request, response) => {
    void serve(request).then((answer) => respond(response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    failNext: (...fault) => faults.failNext(...fault),
    slowDown: (ms) => {
      faults.delayMs = ms;
    },
    limitBodies: (bytes) => {
      faults.maxBytes = bytes;
    },
    requireKey: (key) => {
      faults.key = key;
    },
    collections: () => [...data.collections.keys()],
    info: (name) => data.collections.get(name)?.info(),
    drop: (name) => void data.collections.delete(name),
    snapshots: () => data.snapshots.names(),
    requests: () => requests,
    busiest: () => busiest,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function respond(response: ServerResponse, { status, body, headers }: Answer): void {
  const isJson = typeof body !== 'string' && !Buffer.isBuffer(body);
  response.writeHead(status, {
    'content-type': isJson ? 'application/json' : 'text/html',
    ...headers,
  });
  response.end(isJson ? JSON.stringify(body) : body);
}
