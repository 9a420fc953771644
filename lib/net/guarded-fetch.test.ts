import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteServer, startSite } from '@/tests/support/site-server';
import { waitFor } from '@/tests/support/wait-for';
import { type AllowedHost, parseAllowedHost } from './allowed-hosts';
import type { Resolve } from './check-address';
import { type GuardedFetchOptions, guardedFetch } from './guarded-fetch';

let site: SiteServer;
let allowed: AllowedHost[];

beforeAll(async () => {
  site = await startSite({ '/': '<p>Welcome</p>' });
  allowed = ['127.0.0.1', 'site.test'].map(required);
});
afterAll(() => site.close());

function required(entry: string): AllowedHost {
  const host = parseAllowedHost(entry);
  if (!host) throw new Error(`${entry} is no host`);
  return host;
}

const toHere: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const noName: Resolve = async (host) => {
  throw new Error(`the name ${host} should not be asked for`);
};

function get(address: string, options: GuardedFetchOptions = {}) {
  return guardedFetch(address, { allowed, resolve: toHere, ...options });
}

async function reasonOf(work: Promise<{ body: NodeJS.ReadableStream }>): Promise<unknown> {
  return work.then(async ({ body }) => text(body)).catch((error) => error.reason ?? error);
}

test('an allowed page is answered with its status, headers, content and address', async () => {
  const response = await get(`${site.origin}/`);
  expect(response).toMatchObject({ status: 200, url: `${site.origin}/` });
  expect(response.headers['content-type']).toContain('text/html');
  expect(await text(response.body)).toBe('<p>Welcome</p>');
  expect(site.requests.at(-1)?.headers['user-agent']).toBe('Frontdesk');
});

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://0x7f.0.0.1/',
  'http://0x7f000001/',
  'http://127.0.0.1./',
  'http://１２７.0.0.1/',
  'http://0.0.0.0/',
  'http://10.0.0.8/',
  'http://172.31.255.1/',
  'http://192.168.1.1/',
  'http://100.100.100.200/',
  'http://169.254.169.254/latest/meta-data/',
  'http://168.63.129.16/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:53aa:64c:0:0:80ff:fffe]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://93.184.216.34:8080/',
  'https://93.184.216.34:22/',
])('%s is refused without a connection', async (address) => {
  expect(await reasonOf(get(address, { allowed: [], resolve: noName }))).toBe('address_refused');
});

test.each([
  'ftp://example.com/',
  'file:///etc/passwd',
  'data:text/plain,hello',
  'http://user:password@example.com/',
  'example.com/page',
  'http://[::1/',
])('%s is no address that could be asked', async (address) => {
  expect(await reasonOf(get(address, { resolve: noName }))).toBe('address_invalid');
});

test.each(['localhost', 'localhost.', 'printer.corp', 'metadata.google.internal'])(
  'the name %s is refused when it leads into a private network',
  async (host) => {
    const resolve: Resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.1.2.3', family: 4 },
    ];
    expect(await reasonOf(get(`http://${host}/`, { allowed: [], resolve }))).toBe(
      'address_refused',
    );
  },
);

test('a name that nobody knows is told as such', async () => {
  const resolve: Resolve = async () => Promise.reject(new Error('ENOTFOUND'));
  expect(await reasonOf(get('http://nowhere.test/', { resolve }))).toBe('name_unknown');
  expect(await reasonOf(get('http://nowhere.test/', { resolve: async () => [] }))).toBe(
    'name_unknown',
  );
});

test('a host is allowed on its port, a range with every host in it', async () => {
  const withPort = [required(`site.test:${site.port}`)];
  expect((await get(`http://site.test:${site.port}/`, { allowed: withPort })).status).toBe(200);
  expect(await reasonOf(get('http://site.test:1/', { allowed: withPort }))).toBe('address_refused');
  const range = [required('127.0.0.0/8')];
  expect((await get(`http://other.test:${site.port}/`, { allowed: range })).status).toBe(200);
  expect(await reasonOf(get('http://[::1]/', { allowed: range }))).toBe('address_refused');
});

test('the connection goes to the address that was checked, whatever the name leads to later', async () => {
  let asked = 0;
  // A hostile name server: public when it is checked, private whenever it is asked again.
  const resolve: Resolve = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '127.0.0.1' : '10.9.9.9', family: 4 }];
  };
  const response = await get(`http://rebinding.test:${site.port}/`, { resolve });
  expect(await text(response.body)).toBe('<p>Welcome</p>');
  expect(asked).toBe(1);
  expect(site.requests.at(-1)?.headers.host).toBe(`rebinding.test:${site.port}`);
});

test('an encrypted connection to the checked address still asks for the name, and its certificate', async () => {
  const names: string[] = [];
  const server = createTlsServer({
    SNICallback: (name, done) => {
      names.push(name);
      done(new Error('there is no certificate'));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await reasonOf(get(`https://site.test:${port}/`))).toBe('unreachable');
  expect(names).toEqual(['site.test']);
  server.close();
});

const redirectTo = (location: string) => (_: unknown, response: ServerResponse) =>
  response.writeHead(302, { location }).end();

test('each redirect is checked anew', async () => {
  site.pages.set('/to-home', redirectTo('/'));
  expect((await get(`${site.origin}/to-home`)).url).toBe(`${site.origin}/`);
  site.pages.set('/to-metadata', redirectTo('http://169.254.169.254/latest/'));
  expect(await reasonOf(get(`${site.origin}/to-metadata`))).toBe('address_refused');
  site.pages.set('/to-file', redirectTo('file:///etc/passwd'));
  expect(await reasonOf(get(`${site.origin}/to-file`))).toBe('address_invalid');
  const leadsInside: Resolve = async () => [{ address: '192.168.0.1', family: 4 }];
  site.pages.set('/to-name', redirectTo('http://inside.test/'));
  expect(await reasonOf(get(`${site.origin}/to-name`, { resolve: leadsInside }))).toBe(
    'address_refused',
  );
});

test('a redirect that its caller refuses is not followed', async () => {
  const checkRedirect = async () => Promise.reject(new Error('not there'));
  const before = site.requests.length;
  await expect(get(`${site.origin}/to-home`, { checkRedirect })).rejects.toThrow('not there');
  expect(site.requests.length).toBe(before + 1);
});

test('redirects in a circle end', async () => {
  site.pages.set('/circle', redirectTo('/circle'));
  expect(await reasonOf(get(`${site.origin}/circle`))).toBe('too_many_redirects');
});

test('a site that sends its page drop by drop is left when the time is up', async () => {
  site.pages.set('/slow', (_, response) => {
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  });
  site.pages.set('/silent', () => undefined);
  expect(await reasonOf(get(`${site.origin}/slow`, { timeoutMs: 300 }))).toBe('timed_out');
  expect(await reasonOf(get(`${site.origin}/silent`, { timeoutMs: 300 }))).toBe('timed_out');
});

test('an endless page is cut off, and so is its connection', async () => {
  let isClosed = false;
  site.pages.set('/endless', (_, response) => {
    const part = Buffer.alloc(64_000, 'x');
    const send = () => {
      while (response.write(part));
    };
    response.on('drain', send).on('close', () => {
      isClosed = true;
    });
    send();
  });
  expect(await reasonOf(get(`${site.origin}/endless`, { maxBytes: 200_000 }))).toBe('too_large');
  await waitFor('the connection to be closed', () => isClosed);
  site.pages.set('/announced', (_, response) =>
    response.writeHead(200, { 'content-length': '999999999' }).end(),
  );
  expect(await reasonOf(get(`${site.origin}/announced`, { maxBytes: 200_000 }))).toBe('too_large');
});

const gzipped = { 'content-encoding': 'gzip' };

test('a packed page is unpacked, and refused when it unpacks to too much', async () => {
  site.pages.set('/packed', (_, response) =>
    response.writeHead(200, gzipped).end(gzipSync('<p>Packed</p>')),
  );
  expect(await text((await get(`${site.origin}/packed`)).body)).toBe('<p>Packed</p>');
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  site.pages.set('/bomb', (_, response) => response.writeHead(200, gzipped).end(bomb));
  expect(await reasonOf(get(`${site.origin}/bomb`, { maxBytes: 1_000_000 }))).toBe('too_large');
});

test('a page that unpacks to nothing for ever is cut off, one that is not packed at all refused', async () => {
  site.pages.set('/empty-blocks', (_, response) => {
    // The head of a gzip file, and after it stored blocks of no length.
    response.writeHead(200, gzipped).write(gzipSync('').subarray(0, 10));
    const block = Buffer.from([0, 0, 0, 0xff, 0xff]);
    const timer = setInterval(() => response.write(block), 1);
    response.on('close', () => clearInterval(timer));
  });
  expect(await reasonOf(get(`${site.origin}/empty-blocks`, { maxBytes: 1_000 }))).toBe('too_large');
  site.pages.set('/not-gzip', (_, response) => response.writeHead(200, gzipped).end('plain text'));
  expect(await reasonOf(get(`${site.origin}/not-gzip`))).toBe('undecodable');
  site.pages.set('/unknown', (_, response) =>
    response.writeHead(200, { 'content-encoding': 'rot13' }).end('uryyb'),
  );
  expect(await reasonOf(get(`${site.origin}/unknown`))).toBe('undecodable');
});

test('a page that breaks off is not taken for a whole one', async () => {
  site.pages.set('/broken', (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('the beginning');
    setImmediate(() => response.destroy());
  });
  expect(await reasonOf(get(`${site.origin}/broken`))).toBe('unreachable');
});

test('whoever asked may stop, and gets their own reason', async () => {
  const aborter = new AbortController();
  const asked = reasonOf(get(`${site.origin}/silent`, { signal: aborter.signal }));
  aborter.abort('no longer wanted');
  expect(await asked).toBe('no longer wanted');
});
