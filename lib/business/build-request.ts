import type { ApiOperation } from './api-document';

/** An HTTP request in parts. */
export interface BuiltRequest {
  method: string;
  url: string;
  body?: string;
}

/**
 * Places arguments where the operation wants them: in the path, in the query, and whatever is
 * left in the JSON body. Undefined arguments are left out.
 * @throws Error when a required parameter is missing, a mistake of the calling tool, or when one
 * would lead to another path.
 */
export function buildRequest(
  operation: ApiOperation,
  baseUrl: string,
  args: Record<string, unknown>,
): BuiltRequest {
  const rest = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
  const take = (name: string) => {
    const value = rest[name];
    delete rest[name];
    return value === undefined ? undefined : String(value);
  };
  let path = operation.path;
  const query = new URLSearchParams();
  for (const { name, in: place, required } of operation.parameters) {
    if (place !== 'path' && place !== 'query') continue;
    const value = take(name);
    if (value === undefined && required) throw new Error(`${operation.path} needs ${name}.`);
    if (value === undefined) continue;
    if (place === 'query') query.set(name, value);
    else path = path.replace(`{${name}}`, pathSegment(value));
  }
  const search = query.size > 0 ? `?${query}` : '';
  return {
    method: operation.method.toUpperCase(),
    url: `${baseUrl}${path}${search}`,
    body: operation.hasBody ? JSON.stringify(rest) : undefined,
  };
}

/** A dot segment survives every encoding: the request would go to another operation. */
function pathSegment(value: string): string {
  if (value === '.' || value === '..') throw new Error(`«${value}» is no part of a path.`);
  return encodeURIComponent(value);
}
