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
  const url = new URL(`${baseUrl.replace(/\/$/, '')}${path.startsWith('/') ? '' : '/'}${path}`);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const method = operation.method.toUpperCase();
  const body = operation.hasBody ? JSON.stringify(parts.whole ?? parts.body) : undefined;
  return { method, url, headers, body };
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
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A dot segment survives every encoding: the request would go to another operation. */
function pathSegment(value: unknown): string {
  const text = plain(value);
  if (text === '' || text === '.' || text === '..') {
    throw new BadArguments(`«${text}» is no part of a path.`);
  }
  return encodeURIComponent(text);
}

function headerValue(value: unknown): string {
  const text = plain(value);
  if (!/^[\x20-\x7e]*$/.test(text)) throw new BadArguments('A header takes plain characters only.');
  return text;
}
