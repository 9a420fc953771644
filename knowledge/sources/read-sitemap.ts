import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readLocations } from './read-locations';
import { SourceFault } from './source-fault';
import type { WebClient } from './web-client';

/** What a sitemap names: pages, or further sitemaps. Addresses as they stand there. */
export interface Sitemap {
  /** Where it was found in the end, after redirects. */
  url: string;
  pages: string[];
  sitemaps: string[];
}

/** Largest sitemap, in bytes, unpacked: some 50,000 addresses. */
const maxBytes = 10_000_000;

const unzip = promisify(gunzip);

/**
 * Fetches a sitemap or sitemap index, packed or not.
 * @throws SourceFault `no_sitemap`, `not_a_sitemap` and others; FetchError
 */
export async function readSitemap(url: string, client: WebClient): Promise<Sitemap> {
  const response = await client.get(url, { maxBytes });
  if (response.status !== 200) {
    response.body.destroy();
    if (response.status === 404 || response.status === 410)
      throw new SourceFault('no_sitemap', { url });
    throw new SourceFault('http_status', { status: response.status, wait: '' });
  }
  const content = await unpack(await buffer(response.body));
  const { root, locations } = readLocations(content.toString('utf8'));
  if (root === 'urlset') return { url: response.url, pages: locations, sitemaps: [] };
  if (root === 'sitemapindex') return { url: response.url, pages: [], sitemaps: locations };
  throw new SourceFault('not_a_sitemap', { url });
}

/** `.xml.gz` is a file that is packed, not a page that is sent packed. */
async function unpack(content: Buffer): Promise<Buffer> {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content;
  return unzip(content, { maxOutputLength: maxBytes }).catch((cause: NodeJS.ErrnoException) => {
    const isTooLarge = cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new SourceFault(isTooLarge ? 'too_large' : 'undecodable', {}, { cause });
  });
}
