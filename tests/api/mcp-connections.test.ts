import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAway } from '@/agents/tools/connected/connections-away';
import { callTool } from '@/lib/connections/call-tool';
import { findToolsInUse } from '@/lib/connections/find-tools-in-use';
import { forgetEnv } from '@/lib/env';
import { callMcpTool } from '@/lib/mcp/call-mcp-tool';
import { freePort } from '@/lib/net/free-port';
import type { DeskServer } from '@/tests/support/desk-server';
import {
  callForCustomer,
  type McpDeveloper,
  sent,
  serveMcpDesk,
} from '@/tests/support/mcp-developer';
import { startEverything } from '@/tests/support/mcp-servers';
import { answerPlainly } from '@/tests/support/plain-mcp-server';
import { startSite } from '@/tests/support/site-server';
import { waitFor } from '@/tests/support/wait-for';

let desk: DeskServer;
let developer: McpDeveloper;

beforeAll(async () => {
  ({ desk, developer } = await serveMcpDesk());
});
afterAll(() => desk.close());

test('a server from npm that is run by its command: looked through, given, called', async () => {
  const id = await developer.connect('Everything', { command: 'everything' });
  const { operations } = await developer.look(id);
  expect(operations.find(({ operationId }) => operationId === 'get-sum')).toMatchObject({
    summary: expect.stringContaining('Get Sum'),
    outputs: ['text'],
    takesKey: false,
    tool: null,
  });
  const weather = await developer.give(id, 'get-structured-content', ['temperature', 'conditions']);
  expect(await callForCustomer(weather, { location: 'Chicago' })).toEqual({
    outcome: 'ok',
    data: { temperature: expect.any(Number), conditions: expect.any(String) },
  });
  expect(await callForCustomer(weather, { location: 'Atlantis' })).toMatchObject({
    outcome: 'not-sent',
    code: 'bad_arguments',
  });
  const trial = { operationId: 'get-sum', arguments: { a: 2, b: 3 }, isDryRun: false };
  const tried = await developer.fetch(`/api/connections/${id}/try`, sent('POST', trial));
  expect(await tried.json()).toMatchObject({
    request: { method: 'tools/call', url: 'everything' },
    response: { isError: false, shown: expect.stringContaining('5') },
  });
  const sum = await developer.give(id, 'get-sum', ['text']);
  expect(await callForCustomer(sum, { a: 2, b: 3 })).toEqual({
    outcome: 'ok',
    data: { text: expect.stringContaining('5') },
  });
  const env = await callMcpTool({ connectionId: id, tool: 'get-env', args: {} });
  const names = Object.keys(JSON.parse(env.outcome === 'ok' ? String(env.data.text) : ''));
  expect(names.filter((name) => !['PATH', 'HOME', 'LANG'].includes(name))).toEqual([]);
});

test('at an address: guarded, found away when it is, and met again after a restart', async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/mcp`;
  const gone = await developer.tryConnect('Nobody', { address });
  expect(await gone.json()).toMatchObject({ error: { code: 'mcp_unreachable' } });
  let server: ChildProcess = await startEverything(port);
  const id = await developer.connect('At an address', { address });
  const slow = { connectionId: id, tool: 'trigger-long-running-operation' };
  const asked = callMcpTool({ ...slow, args: { duration: 60, steps: 60 } });
  await callMcpTool({ connectionId: id, tool: 'echo', args: { message: 'there?' } });
  server.kill('SIGKILL');
  expect(await asked).toEqual({ outcome: 'unavailable', reason: 'network', wasSent: true });
  expect(await isAway({ id, kind: 'mcp', name: 'At an address', identity: null })).toBe(true);
  await developer.awaitFault(id, 'network');
  server = await startEverything(port);
  const echo = await developer.give(id, 'echo', ['text']);
  const again = await callForCustomer(echo, { message: 'back' });
  expect(again).toEqual({ outcome: 'ok', data: { text: 'Echo: back' } });
  await developer.awaitFault(id, null);
  server.kill('SIGKILL');
  process.env.ALLOWED_HOSTS = '';
  forgetEnv();
  const refused = await developer.tryConnect('Inside', { address });
  expect(await refused.json()).toMatchObject({
    error: { message: expect.stringContaining('ALLOWED_HOSTS') },
  });
  process.env.ALLOWED_HOSTS = '127.0.0.1';
  forgetEnv();
});

test('a credential goes along, a wrong one is named, no redirect is followed, nothing endless read', async () => {
  const site = await startSite({
    '/mcp': (_, response) => response.writeHead(401).end(),
    '/endless': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = () => {
        while (response.write(`data: ${'x'.repeat(64_000)}`));
      };
      response.on('drain', send);
      send();
    },
    '/moved': (_, response) => response.writeHead(307, { location: '/mcp' }).end(),
  });
  const credential = { kind: 'bearer', token: 'the-token' };
  const wrong = await developer.tryConnect(
    'Locked',
    { address: `${site.origin}/mcp` },
    { credential },
  );
  expect(await wrong.json()).toMatchObject({
    error: { message: expect.stringContaining('credential') },
  });
  expect(site.requests.at(-1)?.headers.authorization).toBe('Bearer the-token');
  const before = site.requests.length;
  expect((await developer.tryConnect('Moved', { address: `${site.origin}/moved` })).ok).toBe(false);
  expect(site.requests.length).toBe(before + 1);
  const endless = await developer.tryConnect('Endless', { address: `${site.origin}/endless` });
  expect(await endless.json()).toMatchObject({
    error: { message: expect.stringContaining('more than can be read') },
  });
  await site.close();
});

test('why calls fail stays what it is while the desk leaves a server alone, until one works', async () => {
  let isLocked = false;
  const site = await startSite({
    '/mcp': (request, response) =>
      isLocked ? response.writeHead(401).end() : answerPlainly(request, response),
  });
  const id = await developer.connect('Locked later', { address: `${site.origin}/mcp` });
  const tool = await developer.give(id, 'mine', ['text']);
  isLocked = true;
  await isAway({ id, kind: 'mcp', name: 'Locked later', identity: null });
  const refused = { outcome: 'unavailable', reason: 'credential_refused' };
  for (let nth = 0; nth < 4; nth += 1) expect(await callForCustomer(tool, {})).toEqual(refused);
  await developer.awaitFault(id, 'credential_refused');
  isLocked = false;
  await waitFor('it to be let in', async () => (await callForCustomer(tool, {})).outcome === 'ok');
  await developer.awaitFault(id, null);
  await developer.fetch(`/api/connections/${id}`, { method: 'DELETE' });
  await site.close();
});

test('each call says whom it is for, and nobody is spoken for', async () => {
  const site = await startSite({ '/mcp': answerPlainly });
  const credential = { kind: 'api-key', in: 'query', name: 'key', value: 'secret' };
  const identity = { header: 'X-Account', value: 'account' };
  site.pages.set('/mcp?key=secret', answerPlainly);
  const address = `${site.origin}/mcp`;
  const id = await developer.connect('Plain', { address }, { credential, identity });
  const tool = await developer.give(id, 'mine', ['text'], 'write');
  expect(await callForCustomer(tool, {})).toEqual({ outcome: 'ok', data: { text: 'yours' } });
  expect(site.requests.at(-1)?.headers['x-account']).toBe('C-1001');
  expect(site.requests.every(({ url }) => url === '/mcp?key=secret')).toBe(true);
  const guest = await callTool({ tool, args: {}, speaker: { id: 'guest-1' } });
  expect(guest).toEqual({ outcome: 'not-sent', code: 'needs_account' });
  await site.close();
  const gone = await waitFor('nobody to be there', async () => {
    const answer = await callForCustomer(tool, {});
    return answer.outcome === 'ok' ? null : answer;
  });
  expect(gone).toEqual({ outcome: 'not-sent', code: 'not_reached' });
});

test('only commands that the environment names are run', async () => {
  for (const command of ['ls', 'missing', '__proto__']) {
    const response = await developer.tryConnect('Other', { command });
    expect(await response.json()).toMatchObject({ error: { code: 'mcp_unreachable' } });
  }
});

test('what came of a call is told only by a tool of which somebody decided that it only reads', async () => {
  const many = await developer.connect('Many tools', { command: 'hostile' });
  const check = { operationId: 'tool_2', arguments: {} };
  const settings = { outputs: ['text'], risk: 'write', check };
  const refused = await developer.save(many, 'tool_1', settings);
  expect(await refused.json()).toMatchObject({ error: { code: 'tool_check_not_safe' } });
  await developer.give(many, 'tool_2', ['text'], 'write');
  expect((await developer.save(many, 'tool_1', settings)).status).toBe(400);
  const own = { ...settings, check: { ...check, operationId: 'tool_1' } };
  expect((await developer.save(many, 'tool_1', own)).status).toBe(400);
  const inUse = (wanted: string | undefined) =>
    waitFor('the check to be what it should be', async () => {
      const tool = (await findToolsInUse()).find(({ operationId }) => operationId === 'tool_1');
      return tool && tool.settings.check?.operationId === wanted;
    });
  await developer.give(many, 'tool_2', ['text']);
  expect((await developer.save(many, 'tool_1', settings)).status).toBe(204);
  await inUse('tool_2');
  await developer.give(many, 'tool_2', ['text'], 'write');
  await inUse(undefined);
});
