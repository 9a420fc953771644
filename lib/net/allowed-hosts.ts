import ipaddr from 'ipaddr.js';

/** An entry of `ALLOWED_HOSTS`: addresses, or a host by its name. */
export type AllowedHost =
  | { kind: 'range'; range: ReturnType<typeof ipaddr.parseCIDR> }
  /** Without a port every port is meant. */
  | { kind: 'host'; host: string; port: string | null };

/** Reads one entry: `host`, `host:port`, an IP address or a range in CIDR notation; null for none of these. */
export function parseAllowedHost(entry: string): AllowedHost | null {
  if (ipaddr.isValidCIDR(entry)) return { kind: 'range', range: ipaddr.parseCIDR(entry) };
  if (ipaddr.IPv6.isValid(entry) || ipaddr.IPv4.isValidFourPartDecimal(entry)) {
    const address = ipaddr.parse(entry);
    return { kind: 'range', range: [address, address.kind() === 'ipv4' ? 32 : 128] };
  }
  const [, name = '', port = null] =
    /^(\[[^\]]+\]|[^\s:/?#@[\]]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  if (!URL.canParse(`http://${name}/`)) return null;
  return { kind: 'host', host: hostOf(new URL(`http://${name}/`)), port };
}

/** Whether the host of this address was allowed by its name, on this port. */
export function isHostAllowed(url: URL, allowed: readonly AllowedHost[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.some(
    (entry) =>
      entry.kind === 'host' &&
      entry.host === hostOf(url) &&
      (entry.port === null || entry.port === port),
  );
}

/** Whether this IP address lies in an allowed range. */
export function isAddressAllowed(address: string, allowed: readonly AllowedHost[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return allowed.some(
    (entry) =>
      entry.kind === 'range' &&
      entry.range[0].kind() === parsed.kind() &&
      parsed.match(entry.range),
  );
}

/** The host of an address as names are compared: without the dot that may end it, and without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');
}
