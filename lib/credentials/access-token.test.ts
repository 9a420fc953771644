import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FetchError } from '@/lib/net/fetch-error';
import { type SiteServer, startSite } from '@/tests/support/site-server';
import { requireAccessToken } from './access-token';
import { ClientRefusedError } from './credential-error';

let site: SiteServer;
let answer: { status: number; body: object };
let given = 0;

beforeEach(async () => {
  answer = { status: 200, body: { expires_in: 3_600 } };
  site = await startSite({
    '/token': (_, response) => {
      given += 1;
      response.writeHead(answer.status, { location: '/other' });
      response.end(JSON.stringify({ access_token: `token-${given}`, ...answer.body }));
    },
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await site.close();
});

const allowed = [{ kind: 'host' as const, host: '127.0.0.1', port: null }];
const client = (tokenUrl = `${site.origin}/token`) => ({
  kind: 'oauth2' as const,
  tokenUrl,
  clientId: 'desk:1',
  clientSecret: 's e/cret',
  scope: 'tickets',
});
const owner = () => `owner of ${site.origin}`;
const ask = (others: Partial<Parameters<typeof requireAccessToken>[2]> = {}, url?: string) =>
  requireAccessToken(owner(), client(url), {
    signal: AbortSignal.timeout(5_000),
    allowed,
    ...others,
  });

test('a token is asked for once by all who need it at once, and kept', async () => {
  const tokens = await Promise.all([ask(), ask(), ask()]);
  expect(new Set([...tokens, await ask()]).size).toBe(1);
  expect(site.requests).toHaveLength(1);
  const basic = Buffer.from('desk%3A1:s%20e%2Fcret').toString('base64');
  expect(site.requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
});

test('one that was refused is renewed once, by however many it was refused', async () => {
  const first = await ask();
  const isRefused = (token: string) => token === first;
  const renewed = await Promise.all([ask({ isRefused }), ask({ isRefused })]);
  expect(renewed).toEqual([renewed[0], renewed[0]]);
  expect(renewed[0]).not.toBe(first);
  expect(await ask({ isRefused })).toBe(renewed[0]);
  expect(site.requests).toHaveLength(2);
});

test.each([
  ['a minute before its end', 3_600, 3_540],
  // A server that counts oddly is not asked at each call.
  ['after a second where it is shorter than that', 1, 1],
])('one is used until %s', async (_, life, seconds) => {
  answer.body = { expires_in: life };
  vi.useFakeTimers({ toFake: ['Date'] });
  const first = await ask();
  vi.setSystemTime(Date.now() + seconds * 1_000 - 1);
  expect(await ask()).toBe(first);
  vi.setSystemTime(Date.now() + 1);
  expect(await ask()).not.toBe(first);
  expect(site.requests).toHaveLength(2);
});

test('a wrong client is refused, which is not kept; a busy server is no refusal', async () => {
  answer.status = 401;
  await expect(ask()).rejects.toThrow(ClientRefusedError);
  answer.status = 429;
  await expect(ask()).rejects.toThrow(FetchError);
  answer.status = 302;
  await expect(ask()).rejects.toThrow(FetchError);
  expect(site.requests.map(({ url }) => url)).not.toContain('/other');
  answer.status = 200;
  expect(await ask()).toBe(`token-${given}`);
});

test('whoever stops waiting takes the token from nobody', async () => {
  const stopped = ask({ signal: AbortSignal.abort(new Error('stopped')) });
  const waiting = ask();
  await expect(stopped).rejects.toThrow('stopped');
  expect(await waiting).toBe(`token-${given}`);
});

test('a server inside is not asked', async () => {
  await expect(ask({ allowed: [] })).rejects.toMatchObject({ reason: 'address_refused' });
  const metadata = 'http://169.254.169.254/latest/token';
  await expect(ask({ allowed: [] }, metadata)).rejects.toMatchObject({ reason: 'address_refused' });
  expect(site.requests).toHaveLength(0);
});

test.each([
  ['none', { access_token: undefined }],
  ['one that ends a header', { access_token: 'a\r\nX-Admin: 1' }],
])('a server that gives %s gives no usable answer', async (_, body) => {
  answer.body = body;
  await expect(ask()).rejects.toThrow(FetchError);
});
