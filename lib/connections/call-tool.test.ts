import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connections } from '@/drizzle/schema/connections';
import { sealCredential } from '@/lib/credentials/vault';
import { db } from '@/lib/db/client';
import { saveTool } from '@/lib/db/connections/connected-tools';
import {
  createConnection,
  findConnection,
  noteConnectionFault,
  updateConnection,
} from '@/lib/db/connections/connections';
import { forgetEnv } from '@/lib/env';
import type { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { changeConnection } from '@/lib/operations/change-connection';
import { viewConnections } from '@/lib/operations/view-connection';
import { type ToolSettings, toolSettingsSchema } from '@/lib/shared/connections';
import type { Credential } from '@/lib/shared/credentials';
import { type SiteServer, startSite } from '@/tests/support/site-server';
import { waitFor } from '@/tests/support/wait-for';
import { callTool } from './call-tool';
import type { ConnectedTool } from './connected-tool';
import { findToolsInUse } from './find-tools-in-use';
import { offersOf } from './offers-of';

const string = { type: 'string' };
const ok = { 200: { description: 'ok' } };
const inQuery = (name: string) => ({ name, in: 'query', schema: string });
const body = {
  content: { 'application/json': { schema: { properties: { amount: { type: 'number' } } } } },
};
const document = {
  openapi: '3.0.3',
  paths: {
    '/bills': {
      get: {
        operationId: 'listBills',
        parameters: ['customer', 'Customer', 'q'].map(inQuery),
        responses: ok,
      },
      post: { operationId: 'payBill', requestBody: body, responses: ok },
    },
    '/receipts': {
      post: {
        operationId: 'sendReceipt',
        requestBody: { required: true, content: { 'image/png': {} } },
        responses: ok,
      },
    },
    '/payments/{key}': { get: { operationId: 'findPayment', responses: ok } },
  },
};
const speaker = { id: 'person-1', account: 'C-1', email: 'ann@desk.test' };
let site: SiteServer;
/** What the site answers with. */
let status: number;
const brokenLine = 0;
let nth = 0;

beforeAll(async () => {
  site = await startSite({
    '/token': (_, response) => {
      nth += 1;
      const token = JSON.stringify({ access_token: `token-number-${nth}` });
      response.writeHead(status === 400 ? 400 : 200).end(token);
    },
  });
  const answer = (request: { headers: object }, response: import('node:http').ServerResponse) => {
    if (status === brokenLine) return response.destroy();
    response.writeHead(status, { location: `${site.origin}/elsewhere` });
    response.end(JSON.stringify({ told: request.headers }));
  };
  for (const path of [
    '/bills',
    '/bills?customer=C-1',
    '/bills?q=a&customer=C-1',
    '/bills?key=the-secret-key',
  ]) {
    site.pages.set(path, answer);
  }
});
beforeEach(() => {
  allow('127.0.0.1');
  site.requests.length = 0;
  status = 200;
});
afterAll(async () => {
  allow('');
  await site.close();
});

function allow(hosts: string) {
  process.env.ALLOWED_HOSTS = hosts;
  forgetEnv();
}

interface Given {
  operationId?: string;
  address?: string;
  credential?: Credential;
  settings?: Partial<ToolSettings>;
}

async function connect({
  operationId = 'listBills',
  ...given
}: Given = {}): Promise<ConnectedTool> {
  const id = newId();
  const { credential = { kind: 'none' }, address = site.origin } = given;
  const row = { id, kind: 'openapi' as const, name: id, address, document };
  const sealed = sealCredential(id, credential);
  const name = `tool_${id.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}`.slice(0, 50);
  const settings = toolSettingsSchema.parse({
    name,
    titles: { en: 'Bills', zh: '账单' },
    description: 'Bills',
    risk: operationId === 'payBill' ? 'write' : 'read',
    specialists: ['finance'],
    outputs: ['*'],
    ...given.settings,
  });
  await db().transaction(async (tx) => {
    const identity = { header: 'X-Customer', value: 'account' };
    const secured = { identity, credentialKind: credential.kind, credential: sealed };
    await createConnection(tx, { ...row, ...secured });
    const stored = await findConnection(id, tx);
    const operationHash = stored ? (offersOf(stored).get(operationId)?.hash ?? '') : '';
    const tool = { id: newId(), connectionId: id, operationId, name, settings };
    await saveTool(tx, { ...tool, operationHash });
    await publish(tx, { type: 'connections-changed', connectionId: id });
  });
  return await waitFor('the tool to be in use', () => inUse(id));
}

const inUse = async (id: string) =>
  (await findToolsInUse()).find(({ connection }) => connection.id === id);
const call = (tool: ConnectedTool, args: Record<string, unknown> = {}) =>
  callTool({ tool, args, speaker });
const faultOf = async (tool: ConnectedTool) =>
  (await findConnection(tool.connection.id))?.faultCode ?? null;
const noted = (tool: ConnectedTool, code: string | null) =>
  waitFor(`${code} to be noted`, async () => (await faultOf(tool)) === code);

test('who is meant is said by the desk, however an argument is spelled', async () => {
  const tool = await connect({ settings: { identityArguments: { customer: 'account' } } });
  expect(Object.keys(tool.input.properties ?? {})).not.toContain('customer');
  const args = JSON.parse('{"q":"a","customer":"C-2","CUSTOMER":"C-3","Customer":"C-4"}');
  expect(await call(tool, args)).toMatchObject({ outcome: 'ok' });
  expect(site.requests.map(({ url }) => url)).toEqual(['/bills?q=a&customer=C-1']);
  expect(site.requests[0]?.headers['x-customer']).toBe('C-1');
  for (const hostile of [
    '{"__proto__":{"customer":"C-2"}}',
    '{"constructor":1}',
    '{"X-Customer":"C-2"}',
  ]) {
    const refused = { outcome: 'not-sent', code: 'bad_arguments' };
    expect(await call(tool, JSON.parse(hostile))).toMatchObject(refused);
  }
  const linked = { ...tool, operationId: 'payBill' };
  await call(linked, { customer: 'C-2', amount: 1 });
  expect(site.requests.at(-1)?.headers['x-customer']).toBe('C-1');
  const nobody = await callTool({ tool, args: {}, speaker: { id: 'guest' } });
  expect(nobody).toEqual({ outcome: 'not-sent', code: 'needs_account' });
  expect(site.requests).toHaveLength(2);
});

test.each([
  'http://127.0.0.1:1',
  'http://localhost',
  'http://2130706433',
  'http://0x7f.1',
  'http://0177.0.0.1',
  'http://127.1',
  'http://0.0.0.0',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:a9fe:a9fe]',
  'http://169.254.169.254',
  'http://168.63.129.16',
  'http://10.0.0.1',
  'http://192.168.1.1',
  'http://100.64.0.1',
  'http://[fd00::1]',
  'http://[fe80::1]',
  'http://[64:ff9b::7f00:1]',
])('%s is not called, and a change that was to go there did not happen', async (address) => {
  allow('');
  const look = await connect({ address });
  expect(await call(look)).toMatchObject({ outcome: 'unavailable', reason: 'address_refused' });
  await noted(look, 'address_refused');
  const change = { ...look, operationId: 'payBill' };
  change.settings = { ...look.settings, risk: 'write' };
  expect(await call(change)).toEqual({ outcome: 'not-sent', code: 'not_reached' });
});

test('keys go in a header or in the query, to nobody else, and come back to nobody', async () => {
  const value = 'the-secret-key';
  const header = await connect({
    credential: { kind: 'api-key', in: 'header', name: 'X-Key', value },
  });
  const told = await call(header);
  expect(site.requests[0]?.headers['x-key']).toBe(value);
  expect(told).toMatchObject({ data: { told: { 'x-key': '••••••' } } });
  expect(JSON.stringify(told)).not.toContain(value);
  const query = await connect({ credential: { kind: 'api-key', in: 'query', name: 'key', value } });
  expect(await call(query)).toMatchObject({ outcome: 'ok' });
  status = 307;
  expect(await call(header)).toEqual({ outcome: 'unavailable', reason: 'unexpected' });
  expect(site.requests.map(({ url }) => url)).not.toContain('/elsewhere');
});

test('a credential that is refused or cannot be opened is noted, until one works', async () => {
  const tool = await connect({ credential: { kind: 'bearer', token: 'wrong-token' } });
  status = 401;
  expect(await call(tool)).toMatchObject({ outcome: 'refused', status: 401 });
  await noted(tool, 'credential_refused');
  status = 200;
  await call(tool);
  await noted(tool, null);
  const { id } = tool.connection;
  const row = await findConnection(id);
  const change = { credential: sealCredential('another', { kind: 'none' }) };
  await updateConnection(db(), { id, revision: row?.revision ?? 0 }, change);
  await publish(db(), { type: 'connections-changed', connectionId: id });
  await waitFor('the credential to be unreadable', async () => {
    const answer = await call(tool);
    return answer.outcome === 'not-sent' && answer.code === 'credential_unreadable';
  });
  await noted(tool, 'credential_unreadable');
});

test('what another process noted of a connection is taken back by a call that goes well here', async () => {
  const tool = await connect();
  await call(tool);
  const { id } = tool.connection;
  // As another process does: this one hears of it by NOTIFY alone.
  await db().transaction(async (tx) => {
    await noteConnectionFault(tx, id, 'credential_refused');
    await publish(tx, { type: 'connection-fault-noted', connectionId: id });
  });
  await waitFor('it to be taken back', async () => {
    await call(tool);
    return (await faultOf(tool)) === null;
  });
});

test('that calls fail is told with since when, while the connection is on, until one works', async () => {
  const tool = await connect();
  const { id } = tool.connection;
  const seen = async () => (await viewConnections()).connections.find((each) => each.id === id);
  await call(tool);
  expect(await seen()).toMatchObject({ isOn: true, fault: null });
  status = 503;
  await call(tool);
  await noted(tool, 'server_error');
  const since = (await seen())?.fault?.at;
  status = brokenLine;
  await call(tool);
  await noted(tool, 'network');
  expect(await seen()).toMatchObject({ isOn: true, fault: { code: 'network', at: since } });
  expect(await inUse(id)).toBeDefined();
  status = 404;
  await call(tool);
  await noted(tool, null);
  expect(await seen()).toMatchObject({ isOn: true, fault: null });
});

test('what is noted already is written by no further call', async () => {
  const tool = await connect();
  status = 503;
  await call(tool);
  await noted(tool, 'server_error');
  const written = () =>
    db()
      .select({ by: sql`xmin::text` })
      .from(connections)
      .where(eq(connections.id, tool.connection.id));
  const before = await written();
  for (let nth = 0; nth < 3; nth += 1) await call(tool);
  expect(await written()).toEqual(before);
  status = 200;
  await call(tool);
  await noted(tool, null);
  const after = await written();
  for (let nth = 0; nth < 3; nth += 1) await call(tool);
  expect(await written()).toEqual(after);
});

test('a token is renewed once where it was refused; a wrong client is noted', async () => {
  const oauth2 = { kind: 'oauth2', clientId: 'desk', clientSecret: 'secret' } as const;
  const credential = { ...oauth2, tokenUrl: `${site.origin}/token` };
  const tool = await connect({ credential });
  status = 401;
  expect(await call(tool)).toMatchObject({ outcome: 'refused', status: 401 });
  expect(site.requests.map(({ url }) => url)).toEqual(['/token', '/bills', '/token', '/bills']);
  status = 400;
  const wrong = await connect({ credential });
  expect(await call(wrong)).toEqual({ outcome: 'not-sent', code: 'credential_refused' });
  await noted(wrong, 'credential_refused');
});

test('a changed document takes its tools out of use, being off takes them away', async () => {
  const tool = await connect();
  const { id } = tool.connection;
  const other = JSON.stringify(document).replace('"customer"', '"client"');
  await changeConnection('dev', id, { revision: 1, document: other });
  await waitFor('the tool to be out of use', async () => (await inUse(id))?.isChanged);
  await changeConnection('dev', id, { revision: 2, isOn: false });
  await waitFor('the tool to be away', async () => (await inUse(id)) === undefined);
  expect(await call(tool)).toEqual({ outcome: 'unavailable', reason: 'not_connected' });
});

test('what cannot be used is not called, by whatever way it is come to', async () => {
  const tool = await connect({ operationId: 'payBill' });
  const linked = { ...tool, operationId: 'sendReceipt' };
  expect(await call(linked)).toEqual({ outcome: 'not-sent', code: 'not_reached' });
  expect(site.requests).toEqual([]);
});

test('a credential is sent to no other place than the one it was entered for', async () => {
  const tool = await connect({ credential: { kind: 'bearer', token: 'the-token' } });
  const { id } = tool.connection;
  const change = (to: object) =>
    changeConnection('dev', id, { revision: 1, ...to }).catch((error: AppError) => error.code);
  const elsewhere = { address: 'http://127.0.0.1:9' };
  expect(await change(elsewhere)).toBe('credential_needed');
  const credential = { kind: 'bearer', token: 'another-one' } as const;
  expect(await change({ ...elsewhere, credential })).toBeUndefined();
  const same = { address: 'http://127.0.0.1:9/v2', revision: 2 };
  expect(await change(same)).toBeUndefined();
});
