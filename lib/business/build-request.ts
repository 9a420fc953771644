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
 * @throws Error when a required parameter is missing: a mistake of the calling tool.
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
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    else query.set(name, value);
  }
  const search = query.size > 0 ? `?${query}` : '';
  return {
    method: operation.method.toUpperCase(),
    url: `${baseUrl}${path}${search}`,
    body: operation.hasBody ? JSON.stringify(rest) : undefined,
  };
}
