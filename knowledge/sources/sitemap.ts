import { z } from 'zod';
import { FetchError, type FetchReason } from '@/lib/net/fetch-error';
import { defineConnector, type ListContext, type SourceItem } from './connector';
import { readSitemap, type Sitemap } from './read-sitemap';
import { SourceFault } from './source-fault';
import { requireWebAddress } from './web-address';
import { openWebClient, type WebClient } from './web-client';
import { pageKey, webItem } from './web-item';

/** Pages that are taken of one site. */
const maxPages = 5_000;
/** Sitemaps that are read for one site, and how deep they may name each other. */
const maxSitemaps = 200;
const maxDepth = 3;
/** Other sites that are asked whether the sitemap speaks for them. */
const maxStrangers = 20;

/** The pages of a site, as its sitemap names them. Keys are their addresses. */
export const sitemapConnector = defineConnector({
  config: z.object({ url: z.string().trim().min(1).max(2000) }),
  prepare: async ({ url }) => ({ url: await requireWebAddress(url) }),
  list: ({ url }, context) => listSite(url, context),
});

/** Faults of addresses that lead to no site of the public web. */
const noSite: FetchReason[] = ['name_unknown', 'address_refused', 'address_invalid'];

interface Tour {
  client: WebClient;
  context: ListContext;
  /** Where pages may lie: the site that was named, and where its sitemaps were found. */
  hosts: Set<string>;
  /** The sitemap that the present ones were reached from. */
  root: string;
  /** Whether the sitemap speaks for other sites, by what it was found at and their address. */
  strangers: Map<string, boolean>;
  /** Addresses that were met. */
  sitemaps: Set<string>;
  pages: Set<string>;
}

async function* listSite(given: string, context: ListContext): AsyncGenerator<SourceItem, void> {
  const client = openWebClient(context.signal);
  const hosts = new Set([new URL(given).host]);
  const tour = {
    client,
    context,
    hosts,
    root: given,
    strangers: new Map<string, boolean>(),
    sitemaps: new Set<string>(),
    pages: new Set<string>(),
  };
  for (const url of await findSitemaps(given, client)) {
    tour.root = url;
    tour.sitemaps.add(url);
    // Without its first sitemap nothing is known of a site: this fault ends the run.
    const sitemap = await readSitemap(url, client);
    hosts.add(new URL(sitemap.url).host);
    yield* listPages(sitemap, tour, 1);
  }
  if (tour.pages.size === 0) throw new SourceFault('nothing_listed');
}

/** The sitemap that was named, or those of the site that was. */
async function findSitemaps(given: string, client: WebClient): Promise<string[]> {
  const { pathname, search, origin } = new URL(given);
  if (pathname !== '/' || search !== '') return [given];
  const named = await client.listSitemaps(origin);
  const sitemaps = named.flatMap((address) => URL.parse(address, origin)?.href ?? []);
  return sitemaps.length > 0 ? [...new Set(sitemaps)] : [`${origin}/sitemap.xml`];
}

async function* listPages(
  sitemap: Sitemap,
  tour: Tour,
  depth: number,
): AsyncGenerator<SourceItem, void> {
  const { client, context, pages } = tour;
  for (const address of sitemap.pages) {
    const url = URL.parse(address, sitemap.url);
    if (!url || !(await isOfSite(url, tour))) continue;
    const key = pageKey(url.href);
    if (pages.has(key)) continue;
    if (pages.size >= maxPages) {
      context.reportGap(sitemap.url, new SourceFault('too_many_items', { limit: maxPages }));
      return;
    }
    pages.add(key);
    yield webItem(key, client);
  }
  for (const address of sitemap.sitemaps) {
    const further = await openFurther(address, sitemap.url, tour, depth);
    if (further) yield* listPages(further, tour, depth + 1);
  }
}

/** A sitemap that another names; what keeps it from being read is a gap in the listing. */
async function openFurther(
  address: string,
  base: string,
  tour: Tour,
  depth: number,
): Promise<Sitemap | null> {
  const url = URL.parse(address, base);
  if (!url || tour.sitemaps.has(url.href)) return null;
  tour.sitemaps.add(url.href);
  try {
    if (depth >= maxDepth || tour.sitemaps.size > maxSitemaps) throw new SourceFault('too_deep');
    if (!(await isOfSite(url, tour))) throw new SourceFault('other_site', { host: url.host });
    return await readSitemap(url.href, tour.client);
  } catch (error) {
    if (!(error instanceof SourceFault || error instanceof FetchError)) throw error;
    tour.context.reportGap(url.href, error);
    return null;
  }
}

/**
 * A sitemap speaks for its own site; for another only where that one's robots.txt names the
 * sitemap: anyone could list anybody's pages otherwise, or have the desk call thousands of sites.
 */
async function isOfSite(url: URL, tour: Tour): Promise<boolean> {
  const { hosts, root, strangers, context } = tour;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (hosts.has(url.host)) return true;
  const stranger = `${root} ${url.origin}`;
  const known = strangers.get(stranger);
  if (known !== undefined) return known;
  if (strangers.size > maxStrangers) return false;
  if (strangers.size === maxStrangers) {
    context.reportGap(root, new SourceFault('too_many_sites', { limit: maxStrangers }));
  }
  const isOfSite = strangers.size < maxStrangers && (await isNamedBy(url.origin, tour));
  strangers.set(stranger, isOfSite);
  return isOfSite;
}

/** Where the other site cannot be asked, its pages may be there all the same. */
async function isNamedBy(origin: string, { client, root, context }: Tour): Promise<boolean> {
  try {
    return (await client.listSitemaps(origin)).includes(root);
  } catch (error) {
    if (!(error instanceof SourceFault || error instanceof FetchError)) throw error;
    const isNoSite = error instanceof FetchError && noSite.includes(error.reason);
    if (!isNoSite) context.reportGap(origin, error);
    return false;
  }
}
