import { setTimeout } from 'node:timers/promises';
import robotsParser from 'robots-parser';
import {
  type GuardedFetchOptions,
  type GuardedResponse,
  guardedFetch,
} from '@/lib/net/guarded-fetch';
import { userAgent } from '@/lib/net/open-request';
import { SourceFault } from './source-fault';

/** What a site says about its visitors. */
interface SiteRules {
  isAllowed(url: URL): boolean;
  /** Milliseconds between two requests. */
  delayMs: number;
  sitemaps: string[];
}

/** Visits web sites as a polite robot does, for one run of a source. */
export interface WebClient {
  /**
   * Gets a page where the site's robots.txt allows it, and not sooner than it asks for.
   * @throws FetchError; SourceFault `robots_refused`, `robots_unavailable`
   */
  get(
    url: string,
    options?: Pick<GuardedFetchOptions, 'headers' | 'maxBytes'>,
  ): Promise<GuardedResponse>;
  /** The sitemaps that a site names in its robots.txt. */
  listSitemaps(origin: string): Promise<string[]>;
}

/** What is read of a robots.txt, in bytes; the rest of a longer one does not count. */
const maxRobotsBytes = 500_000;
/** Wildcards of it that count: each multiplies the time that every address takes. */
const maxWildcards = 1_000;
/** A site that asks for longer pauses than this, in milliseconds, is visited at this pace. */
const longestDelayMs = 10_000;

/** Rules are asked for once per site and run. */
export function openWebClient(signal: AbortSignal): WebClient {
  const rules = new Map<string, Promise<SiteRules>>();
  const rulesOf = (origin: string) => {
    const known = rules.get(origin) ?? fetchRules(origin, signal);
    rules.set(origin, known);
    return known;
  };
  const takeTurn = paceKeeper(signal);
  const requireAllowed = async (url: URL) => {
    const site = await rulesOf(url.origin);
    if (!site.isAllowed(url)) throw new SourceFault('robots_refused', { host: url.host });
    return site;
  };
  return {
    async get(address, options) {
      const url = new URL(address);
      const { delayMs } = await requireAllowed(url);
      await takeTurn(url.origin, delayMs);
      const checkRedirect = async (target: URL) => {
        await requireAllowed(target);
      };
      return guardedFetch(url, { ...options, signal, checkRedirect });
    },
    listSitemaps: async (origin) => (await rulesOf(origin)).sitemaps,
  };
}

/** Lets requests to a site start one after the other, as far apart as it asks for. */
function paceKeeper(signal: AbortSignal) {
  const nextStart = new Map<string, number>();
  return async (origin: string, delayMs: number) => {
    if (delayMs === 0) return;
    const now = Date.now();
    const start = Math.max(now, nextStart.get(origin) ?? 0);
    nextStart.set(origin, start + delayMs);
    await setTimeout(start - now, undefined, { signal });
  };
}

/** A site without a robots.txt allows everything; one whose robots.txt cannot be had is left alone. */
async function fetchRules(origin: string, signal: AbortSignal): Promise<SiteRules> {
  const url = `${origin}/robots.txt`;
  const { status, body } = await guardedFetch(url, { signal });
  if (status >= 500 || status === 429) {
    body.destroy();
    throw new SourceFault('robots_unavailable', { host: new URL(origin).host, status });
  }
  const isThere = status >= 200 && status < 300;
  if (!isThere) body.destroy();
  const robots = robotsParser(url, isThere ? await readStart(body) : '');
  const delay = (robots.getCrawlDelay(userAgent) ?? 0) * 1000;
  return {
    isAllowed: (target) => robots.isAllowed(target.href, userAgent) ?? true,
    delayMs: Math.min(Math.max(delay, 0), longestDelayMs),
    sitemaps: robots.getSitemaps(),
  };
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    // Leaving the loop closes the connection.
    if (bytes >= maxRobotsBytes) break;
  }
  const text = Buffer.concat(parts).subarray(0, maxRobotsBytes).toString('utf8');
  const counted = text.split('*').slice(0, maxWildcards).join('*');
  const isWhole = bytes < maxRobotsBytes && counted.length === text.length;
  // Half a rule would be another rule, for more addresses.
  const whole = isWhole ? counted : counted.slice(0, counted.lastIndexOf('\n') + 1);
  return whole.replace(/^\ufeff/, '');
}
