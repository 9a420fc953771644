import path from 'node:path';
import type { GuardedResponse } from '@/lib/net/guarded-fetch';
import type { OpenedItem, SourceItem } from './connector';
import { SourceFault } from './source-fault';
import type { WebClient } from './web-client';

/** Extensions by media type: text formats cannot be told from their content alone. */
const extensions: Record<string, string> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/json': '.json',
  'application/pdf': '.pdf',
};

/** What people know as the same page has one key: an address without the place in the page. */
export function pageKey(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** A page, or whatever else stands at an address, as an item of a source. */
export function webItem(address: string, client: WebClient): SourceItem {
  const key = pageKey(address);
  return {
    key,
    async open(known) {
      const response = await client.get(key, { headers: conditionsOf(known) });
      const { status, body, headers } = response;
      if (status === 200) return opened(response);
      body.destroy();
      if (status === 304 && known !== null) return 'unchanged';
      if (status === 404 || status === 410) return 'gone';
      const wait = headers['retry-after'] ?? '';
      throw new SourceFault('http_status', { status, wait });
    },
  };
}

function opened({ body, headers, url }: GuardedResponse): OpenedItem {
  return {
    content: body,
    filename: filenameOf(url, headers['content-type']),
    fingerprint: fingerprintOf(headers),
  };
}

const etagPrefix = 'etag ';
const datePrefix = 'date ';

/** What a site says of the version it sent. A date is only used where there is no ETag. */
function fingerprintOf(headers: GuardedResponse['headers']): string | undefined {
  if (headers.etag) return etagPrefix + headers.etag;
  return headers['last-modified'] && datePrefix + headers['last-modified'];
}

function conditionsOf(known: string | null): Record<string, string> {
  if (known?.startsWith(etagPrefix)) return { 'if-none-match': known.slice(etagPrefix.length) };
  if (known?.startsWith(datePrefix)) return { 'if-modified-since': known.slice(datePrefix.length) };
  return {};
}

/** The last part of the address, or the host, with the extension of what was sent. */
function filenameOf(address: string, contentType = ''): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '');
  const given = last ? decoded(last) : hostname;
  const extension = extensions[contentType.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (!extension || path.extname(given).toLowerCase() === extension) return given;
  // `page.php` is a page; `v1.2` is not a file named v1.
  const name = last && /\.[a-z]{2,5}$/i.test(given) ? path.parse(given).name : given;
  return name + extension;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
