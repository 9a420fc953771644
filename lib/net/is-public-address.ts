import ipaddr from 'ipaddr.js';

/** What the internet hands out of IPv6; everything outside of it is for special use. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Metadata services of clouds that answer at a public address. */
const metadataAddresses = ['168.63.129.16'];

/**
 * Whether an IP address is one of the public internet. Loopback, private, link-local, shared,
 * multicast, reserved and documentation ranges are not, nor is any IPv6 address that carries an
 * IPv4 address (mapped, compatible, NAT64, 6to4, Teredo): the one inside could be anything.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(globalUnicast);
  return !metadataAddresses.includes(parsed.toString());
}
