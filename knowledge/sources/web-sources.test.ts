import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type SiteServer, startSite } from '@/tests/support/site-server';
import type { OpenedItem, SourceItem } from './connector';
import { connectors } from './connectors';

// The sites of these tests stand on this machine.
process.env.ALLOWED_HOSTS = '127.0.0.1';

const sites: SiteServer[] = [];
let site: SiteServer;

beforeEach(async () => {
  site = await startSite();
  sites.push(site);
});
afterAll(() => Promise.all(sites.map((one) => one.close())));

interface Listing {
  items: SourceItem[];
  gaps: [key: string, fault: string][];
}

async function list(kind: 'web-page' | 'sitemap', config: unknown): Promise<Listing> {
  const items: SourceItem[] = [];
  const gaps: Listing['gaps'] = [];
  const reportGap = (key: string, { message }: Error) => gaps.push([key, message]);
  const { signal } = new AbortController();
  for await (const item of connectors[kind]?.list(config, { signal, reportGap }) ?? []) {
    items.push(item);
  }
  return { items, gaps };
}

async function page(path: string): Promise<SourceItem> {
  const { items } = await list('web-page', { urls: [`${site.origin}${path}`] });
  const [item] = items;
  if (!item) throw new Error('the page was not listed');
  return item;
}

async function open(item: SourceItem, known: string | null = null): Promise<OpenedItem> {
  const opened = await item.open(known);
  if (typeof opened === 'string') throw new Error(`it is ${opened}`);
  return opened;
}

const sitemapOf = (...urls: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map((url) => `<url><loc>${url}</loc></url>`)
    .join('')}</urlset>`;
const indexOf = (...urls: string[]) =>
  `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;
const keys = ({ items }: Listing) => items.map(({ key }) => key.replace(site.origin, ''));

test('a page is opened under a name of its kind, a PDF as a PDF', async () => {
  site.pages.set('/help/returns', '<h1>Returns</h1>');
  const opened = await open(await page('/help/returns#top'));
  expect(opened.filename).toBe('returns.html');
  expect(await text(opened.content)).toBe('<h1>Returns</h1>');
  site.pages.set('/files/rates?year=1', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-'),
  );
  const file = await open(await page('/files/rates?year=1'));
  expect(file.filename).toBe('rates.pdf');
  file.content.destroy();
});

test('a page that has not changed is not sent again', async () => {
  site.pages.set('/news', (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"v1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? '' : 'News');
  });
  const opened = await open(await page('/news'));
  opened.content.destroy();
  expect(await (await page('/news')).open(opened.fingerprint ?? null)).toBe('unchanged');
});

test('a page that is gone is told from one that cannot be had now', async () => {
  expect(await (await page('/never')).open(null)).toBe('gone');
  site.pages.set('/broken', (_, response) => response.writeHead(503).end());
  await expect((await page('/broken')).open(null)).rejects.toMatchObject({
    code: 'http_status',
    values: { status: 503 },
  });
});

test('what robots.txt forbids is not asked for, and a redirect does not lead around it', async () => {
  site.pages.set('/robots.txt', 'User-agent: Frontdesk\nDisallow: /private\n');
  site.pages.set('/private/plan', 'Secret');
  site.pages.set('/way-in', (_, response) =>
    response.writeHead(302, { location: '/private/plan' }).end(),
  );
  for (const path of ['/private/plan', '/way-in']) {
    await expect((await page(path)).open(null)).rejects.toMatchObject({ code: 'robots_refused' });
  }
  expect(site.requests.map(({ url }) => url)).not.toContain('/private/plan');
});

test.each([500, 503, 429])('a site whose robots.txt answers %i is left alone', async (status) => {
  site.pages.set('/robots.txt', (_, response) => response.writeHead(status).end());
  site.pages.set('/page', 'Page');
  await expect((await page('/page')).open(null)).rejects.toMatchObject({
    code: 'robots_unavailable',
  });
});

test('a site that asks for pauses gets them', async () => {
  site.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 0.3\n');
  const starts: number[] = [];
  const urls = ['/a', '/b', '/c'].map((path) => {
    site.pages.set(path, (_, response) => {
      starts.push(performance.now());
      response.end('page');
    });
    return `${site.origin}${path}`;
  });
  const { items } = await list('web-page', { urls });
  await Promise.all(items.map(async (item) => (await open(item)).content.destroy()));
  const [first = 0, second = 0, third = 0] = starts;
  expect(second - first).toBeGreaterThan(250);
  expect(third - second).toBeGreaterThan(250);
});

test('a sitemap names the pages, each once and those of the site only', async () => {
  const { origin } = site;
  site.pages.set(
    '/sitemap.xml',
    sitemapOf(`${origin}/a`, `${origin}/b?x=1&amp;y=2`, `${origin}/a#part`, 'http://other.test/c'),
  );
  const listing = await list('sitemap', { url: `${origin}/sitemap.xml` });
  expect(keys(listing)).toEqual(['/a', '/b?x=1&y=2']);
  expect(listing.gaps).toEqual([]);
});

test('a site is enough: robots.txt names its sitemap, which may be packed and lead to others', async () => {
  const { origin } = site;
  site.pages.set('/robots.txt', `Sitemap: ${origin}/maps/index.xml\n`);
  site.pages.set('/maps/index.xml', indexOf(`${origin}/maps/one.xml.gz`, `${origin}/maps/two.xml`));
  site.pages.set('/maps/one.xml.gz', (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/gzip' })
      .end(gzipSync(sitemapOf(`${origin}/one`))),
  );
  site.pages.set('/maps/two.xml', sitemapOf(`${origin}/two`));
  const listing = await list('sitemap', { url: `${origin}/` });
  expect(keys(listing)).toEqual(['/one', '/two']);
  expect(listing.gaps).toEqual([]);
});

test('a sitemap may speak for another site whose robots.txt names it', async () => {
  const other = await startSite();
  sites.push(other);
  other.pages.set('/robots.txt', `Sitemap: ${site.origin}/sitemap.xml\n`);
  site.pages.set('/sitemap.xml', sitemapOf(`${site.origin}/here`, `${other.origin}/there`));
  const listing = await list('sitemap', { url: site.origin });
  expect(listing.items.map(({ key }) => key)).toEqual([
    `${site.origin}/here`,
    `${other.origin}/there`,
  ]);
});

test('of the many other sites that a sitemap may name only a few are asked', async () => {
  const others = Array.from({ length: 40 }, (_, index) => `http://127.0.1.${index + 1}/page`);
  site.pages.set('/sitemap.xml', sitemapOf(...others, `${site.origin}/here`));
  const listing = await list('sitemap', { url: site.origin });
  expect(keys(listing)).toEqual(['/here']);
  expect(listing.gaps).toEqual([[`${site.origin}/sitemap.xml`, 'too_many_sites']]);
});

test('another site that does not answer leaves a gap, so that its pages are not taken for gone', async () => {
  const other = await startSite();
  sites.push(other);
  other.pages.set('/robots.txt', (_, response) => response.writeHead(503).end());
  site.pages.set('/sitemap.xml', sitemapOf(`${site.origin}/here`, `${other.origin}/there`));
  const listing = await list('sitemap', { url: site.origin });
  expect(keys(listing)).toEqual(['/here']);
  expect(listing.gaps).toEqual([[other.origin, 'robots_unavailable']]);
});

test('a robots.txt full of wildcards takes no time', async () => {
  const rules = `Disallow: /${'*a'.repeat(990)}b\n`.repeat(250);
  site.pages.set('/robots.txt', `User-agent: *\nDisallow: /private*\n${rules}`);
  const long = `/${'a'.repeat(1900)}`;
  site.pages.set(long, 'Page');
  (await open(await page(long))).content.destroy();
  await expect((await page('/private/plan')).open(null)).rejects.toMatchObject({
    code: 'robots_refused',
  });
});

test('a sitemap that is missing among others leaves a gap; the rest is listed', async () => {
  const { origin } = site;
  site.pages.set('/sitemap.xml', indexOf(`${origin}/lost.xml`, `${origin}/two.xml`));
  site.pages.set('/two.xml', sitemapOf(`${origin}/two`));
  const listing = await list('sitemap', { url: origin });
  expect(keys(listing)).toEqual(['/two']);
  expect(listing.gaps).toEqual([[`${origin}/lost.xml`, 'no_sitemap']]);
});

test('sitemaps that lead to each other without end are followed a few steps only', async () => {
  const { origin } = site;
  for (let step = 0; step < 6; step += 1) {
    site.pages.set(`/${step}.xml`, indexOf(`${origin}/${step + 1}.xml`, `${origin}/0.xml`));
  }
  site.pages.set('/1.xml', sitemapOf(`${origin}/page`));
  site.pages.set('/sitemap.xml', indexOf(`${origin}/1.xml`, `${origin}/2.xml`));
  const listing = await list('sitemap', { url: origin });
  expect(keys(listing)).toEqual(['/page']);
  expect(listing.gaps.map(([, fault]) => fault)).toContain('too_deep');
});

test.each([
  ['/sitemap.xml', undefined, 'no_sitemap'],
  ['/about', '<html><body>About us</body></html>', 'not_a_sitemap'],
  ['/empty.xml', sitemapOf(), 'nothing_listed'],
])('%s that lists nothing ends the run with the reason', async (path, content, code) => {
  if (content) site.pages.set(path, content);
  await expect(list('sitemap', { url: `${site.origin}${path}` })).rejects.toMatchObject({ code });
});

test('a sitemap that unpacks to too much is refused', async () => {
  const bomb = gzipSync(Buffer.alloc(11_000_000, ' '));
  site.pages.set('/sitemap.xml', (_, response) => response.end(bomb));
  await expect(list('sitemap', { url: site.origin })).rejects.toMatchObject({ code: 'too_large' });
});

test('an address inside the network is refused when the source is made', async () => {
  const by = { isServerOwner: false };
  await expect(
    connectors['web-page']?.prepare({ urls: ['http://169.254.169.254/'] }, by),
  ).rejects.toMatchObject({ code: 'address_refused' });
  await expect(connectors.sitemap?.prepare({ url: 'example.com' }, by)).rejects.toMatchObject({
    code: 'address_invalid',
  });
  await expect(
    connectors.sitemap?.prepare({ url: 'https://name-that-is-not.invalid/' }, by),
  ).rejects.toMatchObject({ code: 'address_unknown' });
});
