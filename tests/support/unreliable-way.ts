import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/**
 * What goes wrong between the desk and an API with one request. `away`: it never gets there. `lost`:
 * it is carried out, and its answer never comes. `late`: its answer comes after everybody's
 * patience. `slow`: it is carried out after that. `twice`: it is delivered twice at once.
 */
export type WayFault = 'none' | 'away' | 'lost' | 'late' | 'slow' | 'twice';

export interface WayRequest {
  method: string;
  path: string;
  body: string;
  idempotencyKey?: string;
}

/** A way to an HTTP server that may do with each request what networks do. */
export interface UnreliableWay {
  port: number;
  /** Every request that was asked for, in order, with what was done to it. */
  seen: (WayRequest & { fault: WayFault })[];
  close: () => Promise<void>;
}

interface Delivered {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/**
 * Opens one on loopback that leads to a port of loopback.
 * @param patienceMs longer than its callers wait
 */
export async function startUnreliableWay(
  target: { port: number },
  faultOf: (request: WayRequest) => WayFault,
  patienceMs: number,
): Promise<UnreliableWay> {
  const seen: UnreliableWay['seen'] = [];
  const server = createServer((incoming, outgoing) => {
    // Whoever asked may be killed in the middle: there is nobody to answer then.
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const key = incoming.headers['idempotency-key'];
    const asked: WayRequest = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      body: body.toString(),
      idempotencyKey: typeof key === 'string' ? key : undefined,
    };
    const fault = faultOf(asked);
    seen.push({ ...asked, fault });
    if (fault === 'away') return void outgoing.destroy();
    if (fault === 'slow') await setTimeout(patienceMs);
    const deliver = () => deliverTo(target.port, incoming, body);
    const copies = fault === 'twice' ? [deliver(), deliver()] : [deliver()];
    const [answer] = await Promise.all(copies);
    if (fault === 'lost' || !answer) return void outgoing.destroy();
    if (fault === 'late') await setTimeout(patienceMs);
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function deliverTo(port: number, { method, url, headers }: IncomingMessage, body: Buffer) {
  const { promise, resolve, reject } = Promise.withResolvers<Delivered>();
  const sent = request({ host: '127.0.0.1', port, method, path: url, headers }, (response) => {
    readAll(response).then(
      (all) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: all }),
      reject,
    );
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
