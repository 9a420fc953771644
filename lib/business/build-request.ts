import { isJsonObject } from '@/lib/shared/json-object';
import type { ApiOperation, ArgumentPlace } from './api-operation';
import { BadArguments } from './bad-arguments';
import { headerText, pathText, queryPairs } from './write-parameter';

/** An HTTP request in parts. */
export interface BuiltRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

/**
 * Places arguments where the operation wants them. Undefined ones are left out.
 * @throws BadArguments when a required one is missing, one is not known, or one would lead to
 * another path or end a header
 */
export function buildRequest(
  operation: ApiOperation,
  baseUrl: string,
  args: Record<string, unknown>,
): BuiltRequest {
  const missing = operation.input.required.find((name) => args[name] === undefined);
  if (missing !== undefined) throw new BadArguments(`${operation.operationId} needs ${missing}.`);
  const parts: Parts = {
    path: operation.path,
    query: [],
    headers: {},
    body: {},
  };
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    const place = Object.hasOwn(operation.places, name) ? operation.places[name] : undefined;
    if (!place) throw new BadArguments(`${operation.operationId} knows no ${name}.`);
    if (place.in === 'query') {
      parts.query.push(...ownPairs(operation, baseUrl, name, value));
    } else put(parts, place, value);
  }
  const { path, query, headers } = parts;
  if (/\{[^}]*\}/.test(path)) throw new BadArguments(`${operation.path} is not filled.`);
  const url = addressOf(baseUrl, path);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const method = operation.method.toUpperCase();
  return { method, url, headers, body: bodyOf(operation, parts) };
}

/** What the base address asks for goes along with each call. */
function addressOf(baseUrl: string, path: string): URL {
  const base = new URL(baseUrl);
  const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`);
  for (const [name, value] of base.searchParams) url.searchParams.append(name, value);
  return url;
}

function bodyOf({ hasBody, places }: ApiOperation, { whole, body }: Parts): string | undefined {
  if (!hasBody) return undefined;
  const isWhole = Object.values(places).some((place) => place.in === 'whole-body');
  return JSON.stringify(isWhole ? whole : body);
}

interface Parts {
  path: string;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** A body that is no object. */
  whole?: unknown;
}

function put(parts: Parts, place: ArgumentPlace, value: unknown): void {
  const { name } = place;
  switch (place.in) {
    case 'path':
      // It is put in by a function: a text would have signs of its own.
      parts.path = parts.path.replaceAll(`{${name}}`, () => pathText(place, value));
      break;
    case 'header':
      parts.headers[name.toLowerCase()] = headerText(place, value);
      break;
    case 'body':
      parts.body[name] = value;
      break;
    case 'whole-body':
      parts.whole = value;
  }
}

/**
 * What an argument makes of the query. Where an object's fields have names of their own there, they
 * are those that the document gives them, and never those of another argument: that may say who the
 * person is.
 * @throws BadArguments
 */
function ownPairs(operation: ApiOperation, baseUrl: string, argument: string, value: unknown) {
  const place = operation.places[argument] as ArgumentPlace;
  const pairs = queryPairs(place, value);
  if (!isJsonObject(value)) return pairs;
  const others = Object.entries(operation.places)
    .filter(([name, other]) => name !== argument && other.in === 'query')
    .map(([, { name }]) => name);
  const ofAddress = new URL(baseUrl).searchParams.keys();
  const taken = new Set([...others, ...ofAddress].map((name) => name.toLowerCase()));
  const fields = operation.input.properties[argument]?.properties;
  for (const [name] of pairs) {
    const isStrange =
      place.style === 'fields' && isJsonObject(fields) && !Object.hasOwn(fields, name);
    if (isStrange || (name !== place.name && taken.has(name.toLowerCase()))) {
      throw new BadArguments(`${argument} has no field ${name}.`);
    }
  }
  return pairs;
}
