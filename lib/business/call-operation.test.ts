import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type BusinessApi, callOperation } from './call-operation';
import { describeOperations } from './describe-operations';
import { toApiDocument } from './parse-document';

const document = toApiDocument({
  openapi: '3.1.0',
  paths: {
    '/things/{thingId}': {
      get: {
        operationId: 'getThing',
        parameters: [
          { name: 'thingId', in: 'path', required: true },
          { name: 'depth', in: 'query' },
        ],
      },
    },
    '/things': {
      post: {
        operationId: 'makeThing',
        parameters: [{ name: 'Idempotency-Key', in: 'header' }],
        requestBody: { content: { 'application/json': { schema: { properties: { size: {} } } } } },
      },
    },
  },
});
const operations = new Map(describeOperations(document).map((each) => [each.operationId, each]));
const response = z.object({ name: z.string() });
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

async function serve(handler: Handler): Promise<{ api: BusinessApi; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push(incoming);
    handler(incoming, outgoing, requests.length);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api: BusinessApi = {
    operations,
    baseUrl: `http://127.0.0.1:${port}`,
    identity: { header: 'X-Account-Id', value: 'account' },
    authorize: async () => ({ headers: { authorization: 'Bearer c' }, query: {} }),
    canRenew: false,
    allowed: [{ kind: 'host', host: '127.0.0.1', port: null }],
  };
  return { api, requests };
}

const ok = (outgoing: ServerResponse) => outgoing.end('{"name":"Lamp","margin":0.4}');
const getThing = (api: BusinessApi) =>
  callOperation({ api, operationId: 'getThing', args: { thingId: 'a/b', depth: 2 }, response });

test('arguments go where the document says, and only named fields come back', async () => {
  const { api, requests } = await serve((_, outgoing) => ok(outgoing));
  const answer = await callOperation({
    api,
    operationId: 'getThing',
    args: { thingId: 'a/b', depth: 2 },
    speaker: { account: 'C-1', id: 'u' },
    response,
  });
  expect(answer).toEqual({ outcome: 'ok', data: { name: 'Lamp' } });
  expect(requests[0]?.url).toBe('/things/a%2Fb?depth=2');
  expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer c', 'x-account-id': 'C-1' });
});

test('a server that stumbles once is asked again', async () => {
  const { api, requests } = await serve((_, outgoing, nth) => {
    if (nth === 1) outgoing.writeHead(502).end('bad gateway');
    else ok(outgoing);
  });
  expect(await getThing(api)).toMatchObject({ outcome: 'ok' });
  expect(requests).toHaveLength(2);
});

test('a change without an idempotency key is never repeated', async () => {
  const { api, requests } = await serve((_, outgoing) => outgoing.writeHead(502).end());
  const answer = await callOperation({ api, operationId: 'makeThing', args: {}, response });
  expect(answer).toEqual({ outcome: 'unavailable', reason: 'server_error' });
  expect(requests).toHaveLength(1);
});

test('a change with an idempotency key is repeated with the same key', async () => {
  const { api, requests } = await serve((_, outgoing, nth) => {
    if (nth === 1) outgoing.destroy();
    else ok(outgoing);
  });
  const idempotencyKey = 'k-1';
  const args = { size: 3 };
  const answer = await callOperation({
    api,
    operationId: 'makeThing',
    args,
    idempotencyKey,
    response,
  });
  expect(answer).toMatchObject({ outcome: 'ok' });
  expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1', 'k-1']);
});

test.each<[string, string, Handler]>([
  ['an HTML page', 'not_json', (_, outgoing) => outgoing.end('<html>maintenance</html>')],
  ['JSON of another shape', 'unexpected', (_, outgoing) => outgoing.end('{"title":1}')],
  ['a megabyte too much', 'too_large', (_, outgoing) => outgoing.end('x'.repeat(1_100_000))],
  ['a redirect', 'unexpected', (_, outgoing) => outgoing.writeHead(302, { location: '/' }).end()],
])('%s is no usable answer', async (_, reason, handler) => {
  const { api } = await serve(handler);
  expect(await getThing(api)).toEqual({ outcome: 'unavailable', reason });
});

test('a server that never answers is given up on', async () => {
  const { api, requests } = await serve(() => undefined);
  const answer = await callOperation({
    api,
    operationId: 'makeThing',
    args: {},
    response,
    timeoutMs: 50,
  });
  expect(answer).toEqual({ outcome: 'unavailable', reason: 'timeout' });
  expect(requests).toHaveLength(1);
});

test('a refusal is told apart from a fault', async () => {
  const { api, requests } = await serve((_, outgoing) => {
    outgoing.writeHead(409).end('{"code":"slot_taken","detail":"Somebody was faster."}');
  });
  expect(await getThing(api)).toEqual({
    outcome: 'refused',
    status: 409,
    code: 'slot_taken',
    message: 'Somebody was faster.',
  });
  expect(requests).toHaveLength(1);
});

test('a person who stops the turn stops the call', async () => {
  const stop = new AbortController();
  const { api } = await serve(() => stop.abort());
  const call = callOperation({
    api,
    operationId: 'getThing',
    args: { thingId: 'a' },
    response,
    signal: stop.signal,
  });
  await expect(call).rejects.toThrow();
});

test.each(['.', '..'])('«%s» as an argument leads to no other operation', async (thingId) => {
  const { api, requests } = await serve((_, outgoing) => ok(outgoing));
  const call = callOperation({ api, operationId: 'getThing', args: { thingId }, response });
  await expect(call).rejects.toThrow('no part of a path');
  expect(requests).toHaveLength(0);
});
