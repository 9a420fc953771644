import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { isJsonObject } from '@/lib/shared/json-object';

/** A part of an address that a document leaves open, and what was put in. */
export interface FilledVariable {
  name: string;
  value: string;
}

const mostAddresses = 20;
const openParts = /\{([^{}]+)\}/g;

/**
 * The full addresses that a document names. Their variables have their defaults; each other value
 * that one may have makes an address of its own.
 */
export function listServers({ servers }: JsonSchema): {
  addresses: string[];
  filled: FilledVariable[];
} {
  const addresses = new Set<string>();
  const filled = new Map<string, FilledVariable>();
  for (const server of (Array.isArray(servers) ? servers : []).slice(0, mostAddresses)) {
    const variables = variablesOf(server);
    if (!isJsonObject(server) || typeof server.url !== 'string' || !variables) continue;
    const defaults = new Map(variables.map(({ name, values }) => [name, values[0] ?? '']));
    const address = fill(server.url, defaults);
    if (!isAddress(address)) continue;
    addresses.add(address);
    for (const [name, value] of defaults) filled.set(`${name}=${value}`, { name, value });
    const others = variables.flatMap(({ name, values }) =>
      values.slice(1).map((value) => fill(String(server.url), new Map(defaults).set(name, value))),
    );
    for (const other of others.filter(isAddress)) addresses.add(other);
  }
  return { addresses: [...addresses].slice(0, mostAddresses), filled: [...filled.values()] };
}

/** What its variables may be, the default first; undefined where nobody tells what one is. */
function variablesOf(server: unknown): { name: string; values: string[] }[] | undefined {
  if (!isJsonObject(server) || typeof server.url !== 'string') return undefined;
  const described = isJsonObject(server.variables) ? server.variables : {};
  const names = new Set([...server.url.matchAll(openParts)].map(([, name]) => name ?? ''));
  const variables = [...names].map((name) => ({ name, values: valuesOf(described, name) }));
  return variables.every(({ values }) => values.length > 0) ? variables : undefined;
}

function valuesOf(described: JsonSchema, name: string): string[] {
  const variable = Object.hasOwn(described, name) ? described[name] : undefined;
  if (!isJsonObject(variable)) return [];
  const allowed = Array.isArray(variable.enum) ? variable.enum.slice(0, mostAddresses) : [];
  // Without quotes YAML takes a port or a version for a number.
  const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return [...new Set([variable.default, ...allowed].filter(isText).map(String))];
}

const fill = (url: string, values: ReadonlyMap<string, string>) =>
  url.replace(openParts, (part, name: string) => values.get(name) ?? part);

const isAddress = (url: string) => /^https?:\/\/[^{}]+$/i.test(url) && URL.canParse(url);
