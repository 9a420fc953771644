import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { env } from '@/lib/env';
import { type AllowedHost, hostOf, isAddressAllowed, isHostAllowed } from './allowed-hosts';
import { FetchError } from './fetch-error';
import { isPublicAddress } from './is-public-address';

/** Finds the IP addresses of a name. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export interface AddressRules {
  /** Passed in by tests. */
  resolve?: Resolve;
  /** Internal systems that may be called; those of `ALLOWED_HOSTS` when absent. */
  allowed?: readonly AllowedHost[];
}

const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/**
 * Reads an address that somebody entered.
 * @throws FetchError `address_invalid` when it is none, not http or https, or holds a password
 */
export function parseAddress(address: string | URL): URL {
  const text = String(address);
  if (!URL.canParse(text)) throw new FetchError('address_invalid', text.slice(0, 200));
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '') {
    throw new FetchError('address_invalid', url.host || url.protocol);
  }
  return url;
}

/**
 * The IP addresses that a connection for this address may go to: each public and the port the
 * usual one, unless `ALLOWED_HOSTS` says otherwise. Every spelling of an IP address is the same
 * one here, as URL parsing makes it.
 * @throws FetchError `name_unknown`; `address_refused` when one of them is not to be called: a name
 * that leads inside and outside is no name of the public web
 */
export async function checkAddress(url: URL, rules: AddressRules = {}): Promise<LookupAddress[]> {
  const { resolve = resolveByDns, allowed = env().ALLOWED_HOSTS ?? [] } = rules;
  const host = hostOf(url);
  const found = await addressesOf(host, resolve);
  if (isHostAllowed(url, allowed)) return found;
  const mayCall = ({ address }: LookupAddress) =>
    isAddressAllowed(address, allowed) || (url.port === '' && isPublicAddress(address));
  if (!found.every(mayCall)) throw new FetchError('address_refused', url.host);
  return found;
}

async function addressesOf(host: string, resolve: Resolve): Promise<LookupAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const found = await resolve(host).catch((cause: unknown) => {
    throw new FetchError('name_unknown', host, { cause });
  });
  if (found.length === 0) throw new FetchError('name_unknown', host);
  return found;
}
