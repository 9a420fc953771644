import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { type ProposedCredential, proposedCredentialSchema } from '@/lib/shared/credentials';
import { isJsonObject } from '@/lib/shared/json-object';
import { listServers } from './list-servers';

const longestScope = 1_000;
const mostRequirements = 1_000;

/** Names of schemes that are enough by themselves, with the scopes that are asked of each. */
type Requirements = Map<string, Set<string>>;

/**
 * How a document says that callers prove themselves, as far as the desk can do it: what it requires
 * of all calls, else of single ones, else the schemes that it describes; the first that fits.
 * @returns null where it says nothing of the kind
 */
export function proposedCredential(document: JsonSchema): ProposedCredential | null {
  const { components } = document;
  const described = isJsonObject(components) ? components.securitySchemes : undefined;
  if (!isJsonObject(described)) return null;
  const required = readRequirements(document);
  const names = required.size > 0 ? [...required.keys()] : Object.keys(described);
  for (const name of names) {
    const scheme = Object.hasOwn(described, name) ? resolved(described[name], described) : null;
    const proposed = scheme && read(scheme, [...(required.get(name) ?? [])], document);
    if (proposed) return proposed;
  }
  return null;
}

function readRequirements(document: JsonSchema): Requirements {
  const found: Requirements = new Map();
  const lists = [document.security, ...operationsOf(document).map(({ security }) => security)];
  const alternatives = lists.slice(0, mostRequirements).flatMap(listOf).filter(isJsonObject);
  for (const [only, ...others] of alternatives.map(Object.entries<unknown>)) {
    // Two at once cannot be sent.
    if (!only || others.length > 0) continue;
    const [name, scopes] = only;
    const known = found.get(name) ?? [];
    found.set(name, new Set([...known, ...listOf(scopes).map(String)]));
  }
  return found;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function operationsOf({ paths }: JsonSchema): JsonSchema[] {
  const items = isJsonObject(paths) ? Object.values(paths).filter(isJsonObject) : [];
  return items.flatMap((item) => Object.values(item).filter(isJsonObject));
}

function resolved(scheme: unknown, described: JsonSchema): JsonSchema | null {
  if (!isJsonObject(scheme)) return null;
  const [, name] = /^#\/components\/securitySchemes\/(.+)$/.exec(String(scheme.$ref)) ?? [];
  if (name === undefined) return scheme;
  const target = Object.hasOwn(described, name) ? described[name] : null;
  return isJsonObject(target) ? target : null;
}

function read(
  scheme: JsonSchema,
  scopes: string[],
  document: JsonSchema,
): ProposedCredential | undefined {
  const proposed = readKind(scheme, scopes, document);
  return proposedCredentialSchema.safeParse(proposed).data;
}

function readKind(
  { type, in: place, name, scheme, flows }: JsonSchema,
  scopes: string[],
  document: JsonSchema,
): unknown {
  if (type === 'apiKey') return { kind: 'api-key', in: place, name };
  if (type === 'http' && String(scheme).toLowerCase() === 'bearer') return { kind: 'bearer' };
  const flow = type === 'oauth2' && isJsonObject(flows) ? flows.clientCredentials : undefined;
  if (!isJsonObject(flow)) return undefined;
  const offered = isJsonObject(flow.scopes) ? Object.keys(flow.scopes) : [];
  const scope = (scopes.length > 0 ? scopes : offered).join(' ');
  return {
    kind: 'oauth2',
    tokenUrl: addressOf(flow.tokenUrl, document),
    scope: scope === '' || scope.length > longestScope ? undefined : scope,
  };
}

/** It may be told from the address of the API on. */
function addressOf(tokenUrl: unknown, document: JsonSchema): string | undefined {
  const [base] = listServers(document).addresses;
  const url = URL.parse(String(tokenUrl ?? ''), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
