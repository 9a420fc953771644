import { db, type Transaction } from '@/lib/db/client';
import { env } from '@/lib/env';
import { readLimited } from '@/lib/http/read-limited';
import { log } from '@/lib/log';
import { isServiceCredential } from './credential';
import { isUnstorable } from './database-refusal';
import { openApiDocument } from './openapi';
import type { Operation } from './operation';
import { operations } from './operations';
import { Problem } from './problem';
import { runOnce } from './run-once';

const maxBodyBytes = 100_000;
const jsonHeaders = { 'cache-control': 'private, no-store' };

/**
 * Answers a request to the demo company's API. `path` is what follows `/api/demo`. The caller is
 * the desk, known by the service credential; whom it speaks for stands in `X-Account-Id`: a customer's
 * account number, or a member of staff as `staff:` and a name.
 */
export async function handleDemoRequest(request: Request, path: string): Promise<Response> {
  try {
    // No problem object: a caller must not read this as "there is no such order".
    if (env().FRONTDESK_DEMO === false) return new Response('Not served here', { status: 404 });
    if (request.method === 'GET' && path === '/openapi.json') {
      return Response.json(openApiDocument(), { headers: jsonHeaders });
    }
    if (!isServiceCredential(request.headers.get('authorization'))) {
      throw new Problem('missing_credential');
    }
    const body = await answer(request, path);
    return Response.json(body, { headers: jsonHeaders });
  } catch (error) {
    if (error instanceof Problem) return error.toResponse();
    if (isUnstorable(error)) {
      return new Problem('invalid_request', 'It holds what cannot be stored.').toResponse();
    }
    log().error({ event: 'demo-request-failed', path, err: error }, 'the demo API failed');
    return new Problem('internal').toResponse();
  }
}

async function answer(request: Request, path: string): Promise<unknown> {
  const { operation, params } = match(request.method, path);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const accountId = request.headers.get('x-account-id') ?? undefined;
  const effects: (() => Promise<void>)[] = [];
  const later = (effect: () => Promise<void>) => void effects.push(effect);
  const call = { params, query, accountId, later };
  if (operation.method === 'get') {
    return operation.respond({ ...call, body: undefined, executor: db() });
  }
  const body = await readBody(request);
  const key = request.headers.get('idempotency-key');
  const respond = (executor: Transaction) => operation.respond({ ...call, body, executor });
  const asked = { operationId: operation.id, request: [operation.id, params, body] };
  const once = key && accountId && { accountId, key, ...asked };

  const result = await (once ? runOnce(once, respond) : db().transaction(respond));
  for (const effect of effects) await effect();
  return result;
}

/** @throws Problem `not_found` */
function match(
  method: string,
  path: string,
): { operation: Operation; params: Record<string, string> } {
  const given = path.split('/');
  for (const operation of operations) {
    if (operation.method !== method.toLowerCase()) continue;
    const params = matchPath(operation.path.split('/'), given);
    if (params) return { operation, params };
  }
  throw new Problem('not_found');
}

function matchPath(template: string[], given: string[]): Record<string, string> | undefined {
  if (template.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

async function readBody(request: Request): Promise<unknown> {
  const text = await readLimited(request, maxBodyBytes);
  if (text === null) throw new Problem('invalid_request', 'The body is too large.');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid_request', 'The body is not JSON.');
  }
}
