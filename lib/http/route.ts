import type { z } from 'zod';
import { type Permission, requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { resolvePrincipal, resolveVisitor } from '@/lib/auth/resolve-principal';
import { AppError } from '@/lib/errors';
import { negotiateLocale } from '@/lib/locale';
import { endWithAccess } from './end-with-access';
import { errorResponse } from './error-response';
import { requireSameOrigin } from './origin';
import { readLimited } from './read-limited';
import { storableText } from './storable-text';

interface Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  permission: Permission;
  /** Takes somebody whose session has ended for a guest, where they are about to sign in again. */
  acceptsEndedSession?: true;
  params?: P;
  query?: Q;
  /** JSON body. A route without it reads the request itself. */
  body?: B;
  /** Longest body, in bytes, where that is not the usual. */
  maxJsonBytes?: number;
}

interface Call<P, Q, B> {
  request: Request;
  principal: Principal;
  params: P;
  query: Q;
  body: B;
}

interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>;
}

/** A route handler as Next calls it, which tells what it asks of its caller. */
export interface Handler {
  (request: Request, context: RouteContext): Promise<Response>;
  readonly permission: Permission;
}

const maxJsonBytes = 1_000_000;

/**
 * The one way to make a route handler: finds out who asks, checks origin and permission, parses
 * params, query and JSON body, and turns every fault into `{error: {code, message}}`.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Spec<P, Q, B>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Response>,
): Handler {
  const handler = async (request: Request, context: RouteContext) => {
    let locale = negotiateLocale(request.headers.get('accept-language'));
    try {
      requireSameOrigin(request);
      const { principal, setCookie } = spec.acceptsEndedSession
        ? await resolveVisitor(request.headers)
        : await resolvePrincipal(request);
      locale = principal.locale;
      requirePermission(principal, spec.permission);
      const params = parse(spec.params, storable(await context.params)) as z.output<P>;
      const query = parse(
        spec.query,
        storable(Object.fromEntries(new URL(request.url).searchParams)),
      ) as z.output<Q>;
      const body = (
        spec.body ? parse(spec.body, await readJson(request, spec.maxJsonBytes)) : undefined
      ) as z.output<B>;
      const answer = await handle({ request, principal, params, query, body });
      const response = await endWithAccess(principal, answer);
      if (setCookie) response.headers.append('set-cookie', setCookie);
      response.headers.set(
        'cache-control',
        response.headers.get('cache-control') ?? 'private, no-store',
      );
      return response;
    } catch (error) {
      return errorResponse(error, locale);
    }
  };
  return Object.assign(handler, { permission: spec.permission });
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.');
  throw new AppError('invalid_request', {
    detail: `${place ? `${place}: ` : ''}${issue?.message ?? ''}`,
  });
}

/** What an address says, fit to be looked up; one without parameters has none. */
function storable(values: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, storableValue(value)]),
  );
}

function storableValue(value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

async function readJson(request: Request, limit = maxJsonBytes): Promise<unknown> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  const text = announced > limit ? null : await readLimited(request, limit);
  if (text === null) throw new AppError('too_large', { limitMb: limit / 1_000_000 });
  try {
    return JSON.parse(text, (_key, value: unknown) => storableValue(value));
  } catch (cause) {
    throw AppError.is(cause) ? cause : new AppError('invalid_json', {}, { cause });
  }
}
