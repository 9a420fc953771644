import type { ApiOperation, ArgumentPlace } from './api-operation';

/** An HTTP request in parts. */
export interface BuiltRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

/** The arguments cannot be sent as they are. */
export class BadArguments extends Error {
  override name = 'BadArguments';
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
    query: new URLSearchParams(),
    headers: {},
    body: {},
  };
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    const place = Object.hasOwn(operation.places, name) ? operation.places[name] : undefined;
    if (!place) throw new BadArguments(`${operation.operationId} knows no ${name}.`);
    put(parts, place, value);
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
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** A body that is no object. */
  whole?: unknown;
}

function put(parts: Parts, place: ArgumentPlace, value: unknown): void {
  const { name } = place;
  switch (place.in) {
    case 'path':
      parts.path = parts.path.replaceAll(`{${name}}`, pathSegment(value));
      break;
    case 'query':
      addToQuery(parts.query, name, value, place.isExploded ?? true);
      break;
    case 'header':
      parts.headers[name.toLowerCase()] = headerValue(value);
      break;
    case 'body':
      parts.body[name] = value;
      break;
    case 'whole-body':
      parts.whole = value;
  }
}

function addToQuery(query: URLSearchParams, name: string, value: unknown, isExploded: boolean) {
  if (!Array.isArray(value)) {
    query.append(name, plain(value));
    return;
  }
  if (isExploded) for (const each of value) query.append(name, plain(each));
  else query.append(name, value.map(plain).join(','));
}

function plain(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  // Half of a character has no place in an address.
  if (!text.isWellFormed()) throw new BadArguments('There is half a character in a text.');
  return text;
}

/** A dot segment survives every encoding: the request would go to another operation. */
function pathSegment(value: unknown): string {
  const text = plain(value);
  if (text === '' || text === '.' || text === '..') {
    throw new BadArguments(`«${text}» is no part of a path.`);
  }
  return encodeURIComponent(text);
}

/** A value as a header takes it. @throws BadArguments */
export function headerValue(value: unknown): string {
  const text = plain(value);
  if (!/^[\x20-\x7e]*$/.test(text)) throw new BadArguments('A header takes plain characters only.');
  return text;
}
