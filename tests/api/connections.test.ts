import fs from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Role } from '@/lib/auth/principal';
import { ensureDemoConnection } from '@/lib/connections/ensure-demo-connection';
import { findToolsInUse } from '@/lib/connections/find-tools-in-use';
import { forgetEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import {
  type ConnectionDetail,
  connectionDetailSchema,
  connectionListSchema,
  documentPreviewSchema,
} from '@/lib/shared/connections';
import { trialResultSchema } from '@/lib/shared/operation-trials';
import { type CityServices, startCityServices } from '@/tests/support/city-services';
import { cityTools } from '@/tests/support/city-tools';
import { asAccount, asGuest, type DeskPerson } from '@/tests/support/desk-people';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { waitFor } from '@/tests/support/wait-for';

const token = 'a-token-that-nobody-may-read';
let desk: DeskServer;
let city: CityServices;
let developer: DeskPerson;
/** Everything that was answered or logged. */
let told = '';

beforeAll(async () => {
  vi.stubEnv('ALLOWED_HOSTS', '127.0.0.1');
  vi.stubEnv('LOG_LEVEL', 'info');
  forgetEnv();
  const write = fs.write;
  const nowhere = fs.openSync('/dev/null', 'w');
  vi.spyOn(fs, 'write').mockImplementation(((...args: Parameters<typeof write>) => {
    if (args[0] !== 2) return write(...args);
    told += String(args[1]);
    const [, ...rest] = args;
    return write(nowhere, ...rest);
  }) as typeof write);
  desk = await serveDesk();
  city = await startCityServices();
  await ensureDemoConnection();
  developer = await asAccount(desk.url, 'Developer', { kind: 'staff', roles: ['developer'] });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await city.close();
  await desk.close();
});

interface Told {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by what each test expects
  body: any;
}

async function ask(method: string, path: string, body?: unknown, as = developer): Promise<Told> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  const response = await as.fetch(`/api/connections${path}`, { method, headers, ...sent });
  const text = await response.text();
  told += text;
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

const bearer = { kind: 'bearer', token };
const wanted = (name: string, others: object = {}) => ({
  kind: 'openapi',
  name,
  document: city.document,
  address: city.address,
  identity: { header: 'X-Account-Id', value: 'account' },
  credential: bearer,
  ...others,
});

async function connect(name: string, others: object = {}): Promise<string> {
  const { status, body } = await ask('POST', '', wanted(name, others));
  expect([status, body.error]).toEqual([201, undefined]);
  return body.id;
}

async function look(id: string): Promise<ConnectionDetail> {
  return connectionDetailSchema.parse((await ask('GET', `/${id}`)).body);
}

const [shopTool, ticketTool] = cityTools;
const give = (id: string, operationId: string, settings: object) =>
  ask('PUT', `/${id}/tools/${operationId}`, settings);

test('developers and administrators may, everybody else is refused whatever they ask for', async () => {
  const staff = (role: Role) => asAccount(desk.url, role, { kind: 'staff', roles: [role] });
  const customer = await asAccount(desk.url, 'Customer', { kind: 'customer' });
  const others = [asGuest(desk.url), customer, await staff('operator'), await staff('viewer')];
  const paths: [string, string, unknown?][] = [
    ['GET', ''],
    ['POST', '', wanted('Theirs')],
    ['POST', '/preview', { document: city.document }],
    ['GET', '/demo'],
    ['PATCH', '/demo', { revision: 1, isOn: false }],
    ['DELETE', '/demo'],
    ['POST', '/demo/refresh', {}],
    ['PUT', '/demo/tools/getOrder', shopTool],
    ['DELETE', '/demo/tools/getOrder'],
    ['POST', '/demo/try', { operationId: 'getOrder', arguments: {}, isDryRun: true }],
  ];
  for (const person of others) {
    for (const [method, path, body] of paths) {
      const { status } = await ask(method, path, body, person);
      expect([401, 403], `${person.name}: ${method} ${path}`).toContain(status);
    }
  }
  expect((await ask('GET', '', undefined, await staff('admin'))).status).toBe(200);
  const list = connectionListSchema.parse((await ask('GET', '')).body);
  expect(list.connections.map(({ id, isOn }) => [id, isOn])).toEqual([['demo', true]]);
});

test('a document is looked through before anything is stored; a broken one says why', async () => {
  const { body } = await ask('POST', '/preview', { document: city.document });
  const preview = documentPreviewSchema.parse(body);
  expect([preview.title, preview.servers]).toEqual(['City services', [city.address]]);
  expect(preview.operations.map(({ operationId }) => operationId).sort()).toEqual([
    'cancelTicket',
    'createTicket',
    'findShop',
    'findTicketByKey',
    'reportFault',
  ]);
  for (const document of [
    '{',
    '{"swagger":"2.0"}',
    'openapi: 3.0.0\npaths: {}\nx: {$ref: a.yaml}',
  ]) {
    const refused = await ask('POST', '/preview', { document });
    expect([refused.status, refused.body.error.code]).toEqual([
      400,
      expect.stringMatching(/^document_/),
    ]);
  }
});

test('made, seen, changed by one at a time, taken away', async () => {
  const id = await connect('City');
  expect((await ask('POST', '', wanted('City'))).body.error.code).toBe('connection_name_taken');
  const { connection } = await look(id);
  expect(connection).toMatchObject({ credentialKind: 'bearer', operationCount: 5, toolCount: 0 });
  const { revision } = connection;
  const other = await connect('Village');
  const renamed = await ask('PATCH', `/${other}`, { revision: 1, name: 'City' });
  expect([renamed.status, renamed.body.error.code]).toEqual([409, 'connection_name_taken']);
  expect((await ask('PATCH', `/${id}`, { revision, isOn: false })).status).toBe(200);
  const late = await ask('PATCH', `/${id}`, { revision, name: 'Town' });
  expect([late.status, late.body.error.code]).toEqual([409, 'conflict']);
  const away = { revision: 2, address: 'http://127.0.0.1:1' };
  expect((await ask('PATCH', `/${id}`, away)).body.error.code).toBe('credential_needed');
  expect(connectionListSchema.parse((await ask('GET', '')).body).connections).toMatchObject([
    { id: 'demo' },
    { id, isOn: false, operationCount: 5 },
    { id: other },
  ]);
  for (const gone of [id, other]) expect((await ask('DELETE', `/${gone}`)).status).toBe(204);
  expect((await ask('DELETE', `/${id}`)).status).toBe(404);
  expect((await ask('GET', `/${id}`)).status).toBe(404);
});

test('addresses inside and credentials that fit no header are refused', async () => {
  for (const address of ['http://169.254.169.254', 'http://[::1]:80', 'http://10.0.0.1']) {
    const { status, body } = await ask('POST', '', wanted('Inside', { address }));
    expect([status, body.error.code]).toEqual([400, 'address_refused']);
  }
  const key = { kind: 'api-key', in: 'header', value: 'x' };
  const credentials = [
    { kind: 'bearer', token: 'a\r\nX-Admin: 1' },
    { ...key, name: 'Content-Length' },
    { ...key, name: 'X-Key', value: '密' },
  ];
  for (const credential of credentials) {
    expect((await ask('POST', '', wanted('Odd', { credential }))).status).toBe(400);
  }
});

test('the demo company is kept as it is, but may be turned off', async () => {
  const { connection } = await look('demo');
  const { revision } = connection;
  for (const change of [{ name: 'Mine' }, { address: city.address }, { credential: bearer }]) {
    const { status } = await ask('PATCH', '/demo', { revision, ...change });
    expect(status).toBe(403);
  }
  expect((await ask('DELETE', '/demo')).status).toBe(404);
  const off = await ask('PATCH', '/demo', { revision, isOn: false });
  expect(off.body.connection).toMatchObject({ isOn: false, isOurs: true });
  const trial = { operationId: 'getOrder', arguments: {}, isDryRun: true };
  expect((await ask('POST', '/demo/try', trial)).body.error.code).toBe('connection_off');
  await ask('PATCH', '/demo', { revision: revision + 1, isOn: true });
});

test('an operation is given with what it needs, under a name of its own', async () => {
  const id = await connect('Giving');
  const codeOf = async (operationId: string, change: object) => {
    const tool = operationId === 'createTicket' ? ticketTool : shopTool;
    const { status, body } = await give(id, operationId, { ...tool, ...change });
    return status === 204 ? 'given' : body.error.code;
  };
  const link = (operationId: string, from = 'key') => ({ operationId, arguments: { key: from } });
  expect(await codeOf('findShop', {})).toBe('given');
  expect(await codeOf('createTicket', {})).toBe('given');
  const refused: [string, string, object][] = [
    ['tool_not_safe', 'createTicket', { risk: 'read', check: null, undo: null }],
    ['invalid_request', 'createTicket', { risk: 'read' }],
    ['tool_name_taken', 'createTicket', { name: shopTool.name }],
    ['tool_name_taken', 'createTicket', { name: 'get_invoice' }],
    ['tool_check_not_safe', 'createTicket', { check: link('createTicket') }],
    ['invalid_request', 'createTicket', { check: link('gone') }],
    ['invalid_request', 'createTicket', { check: link('findTicketByKey', 'args.gone') }],
    ['invalid_request', 'createTicket', { undo: link('cancelTicket') }],
    ['invalid_request', 'createTicket', { approveAbove: { argument: 'gone', amount: 5 } }],
    ['invalid_request', 'createTicket', { identityArguments: { gone: 'account' } }],
    ['invalid_request', 'findShop', { outputs: ['__proto__.x'] }],
    ['invalid_request', 'findShop', { specialists: ['nobody'] }],
    ['not_found', 'gone', {}],
  ];
  for (const [code, operationId, change] of refused) {
    expect([await codeOf(operationId, change), change]).toEqual([code, change]);
  }
  const { connection, operations } = await look(id);
  expect(connection.toolCount).toBe(2);
  const { operationId, ...settings } = ticketTool;
  expect(operations.find((each) => each.operationId === operationId)?.tool).toMatchObject(settings);
  await waitFor('the tools to be in use', async () => (await findToolsInUse()).length === 2);
  expect((await ask('DELETE', `/${id}/tools/findShop`)).status).toBe(204);
  expect((await ask('DELETE', `/${id}/tools/findShop`)).status).toBe(404);
  await ask('DELETE', `/${id}`);
  await waitFor('no tools', async () => (await findToolsInUse()).length === 0);
});

test('two people who give the same name at once: one has it, the other is told', async () => {
  const id = await connect('Racing');
  const same = { ...shopTool, name: 'same_name' };
  const both = await Promise.all([
    give(id, 'findShop', same),
    give(id, 'findTicketByKey', { ...same, outputs: ['ticketId'] }),
  ]);
  expect(both.map(({ body }) => body?.error.code ?? 'given').sort()).toEqual([
    'given',
    'tool_name_taken',
  ]);
  await ask('DELETE', `/${id}`);
});

test('of two people who change one tool, the second is told; a tool that was taken away does not come back', async () => {
  const id = await connect('Changing');
  const savedAt = async () =>
    (await look(id)).operations.find(({ operationId }) => operationId === 'findShop')?.savedAt;
  const save = async (basedOn: string | null | undefined) => {
    const { status, body } = await give(id, 'findShop', { ...shopTool, basedOn });
    return status === 204 ? 'saved' : [status, body.error.code];
  };
  const conflict = [409, 'conflict'];
  expect([await savedAt(), await save(null), await save(null)]).toEqual([null, 'saved', conflict]);
  const seen = await savedAt();
  expect([await save(seen), await save(seen), await save(undefined)]).toEqual([
    'saved',
    conflict,
    'saved',
  ]);
  const last = await savedAt();
  expect((await ask('DELETE', `/${id}/tools/findShop`)).status).toBe(204);
  expect(await save(last)).toEqual(conflict);
  await ask('DELETE', `/${id}`);
});

test('a call that tries something out is noted with who, as whom and when; a look at the request is not', async () => {
  const id = await connect('Noting');
  const trial = { operationId: 'findShop', arguments: { shopId: 'PS-99' }, as: 'C-77' };
  for (const isDryRun of [true, false]) await ask('POST', `/${id}/try`, { ...trial, isDryRun });
  expect((await look(id)).trials).toEqual([
    { operationId: 'findShop', by: 'Developer', calledAs: 'C-77', at: expect.any(String) },
  ]);
  const line = /\{[^{}]*"operation-tried"[^{}]*\}/.exec(told)?.[0];
  expect([line?.includes(id), line?.includes('C-77')]).toEqual([true, false]);
  await ask('DELETE', `/${id}`);
});

test('an operation whose arguments cannot be checked is not tried out, and says so in both languages', async () => {
  const { paths, ...rest } = JSON.parse(city.document);
  paths['/shops/{shopId}'].get.parameters[0].schema = { type: 'file' };
  const id = await connect('Odd', { document: JSON.stringify({ ...rest, paths }) });
  const trial = { operationId: 'findShop', arguments: {}, isDryRun: true };
  const { status, body } = await ask('POST', `/${id}/try`, trial);
  expect([status, body.error]).toEqual([
    400,
    {
      code: 'tool_unusable',
      message: expect.stringContaining(
        'its arguments are described in a way that cannot be checked',
      ),
    },
  ]);
  const inChinese = new AppError('tool_unusable', { problem: 'bad_schema' }).sentence('zh');
  expect(inChinese).toContain('参数描述无法检查');
  await ask('DELETE', `/${id}`);
});

test('trying out shows dots for secrets, sends what only reads, and never what changes', async () => {
  const key = { kind: 'api-key', in: 'query', name: 'api_key', value: token };
  const id = await connect('Trying', { credential: key });
  const trial = { operationId: 'findShop', arguments: { shopId: 'PS-99' }, as: 'C-1' };
  const tryOut = async (change: object) => await ask('POST', `/${id}/try`, { ...trial, ...change });
  const dry = trialResultSchema.parse((await tryOut({ isDryRun: true })).body);
  expect(dry.request).toMatchObject({ method: 'GET', headers: { 'x-account-id': 'C-1' } });
  expect(dry.request.url).toBe(`${city.address}/shops/PS-99?api_key=••••••`);
  const outputs = ['name', '__proto__.polluted', 'constructor.prototype.polluted'];
  const sent = trialResultSchema.parse((await tryOut({ isDryRun: false, outputs })).body);
  expect(JSON.parse(sent.response?.shown ?? '')).toEqual({ name: 'Harbour shop' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const args = { subject: 'x', priority: 'low' };
  const change = { operationId: 'createTicket', arguments: args, isDryRun: false };
  expect((await tryOut(change)).body.error.code).toBe('tool_not_safe');
  const shown = trialResultSchema.parse((await tryOut({ ...change, isDryRun: true })).body);
  expect(shown.request.headers).toHaveProperty('idempotency-key');
  expect(JSON.parse(shown.request.body ?? '')).toEqual(args);
  const wrong = await tryOut({ isDryRun: true, arguments: { shopId: 'x', other: 1 } });
  expect([wrong.status, wrong.body.error.code]).toEqual([400, 'invalid_request']);
  expect((await tryOut({ isDryRun: true, arguments: { shopId: '..' } })).status).toBe(400);
  expect((await tryOut({ isDryRun: true, operationId: 'gone' })).status).toBe(404);
  expect(city.tickets).toEqual([]);
});

test('a document of two thousand operations is listed with their number', async () => {
  const { paths } = JSON.parse(city.document);
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, nth) => [`/t/${nth}`, { post: paths['/tickets'].post }]),
  );
  const document = JSON.stringify({ ...JSON.parse(city.document), paths: many });
  const id = await connect('Large', { document });
  const { body } = await ask('GET', '');
  expect(body.connections).toContainEqual(expect.objectContaining({ id, operationCount: 2_000 }));
});

test('no answer and no line of the log has told a secret', () => {
  expect([told.includes('connection-created'), told.includes(token)]).toEqual([true, false]);
});
