import { ExponentialBackoff, handleWhen, retry, TimeoutStrategy, timeout, wrap } from 'cockatiel';
import { z } from 'zod';
import { readLimited } from '@/lib/http/read-limited';
import { log } from '@/lib/log';
import { type ApiDocument, requireOperation } from './api-document';
import { type BuiltRequest, buildRequest } from './build-request';

/** Somebody's business API, as the desk reaches it. */
export interface BusinessApi {
  document: ApiDocument;
  /** Without a trailing slash; operations' paths follow it. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer`. */
  credential: string;
}

/** What came of a call. `refused` is the API's clear no; `unavailable` is no usable answer. */
export type BusinessAnswer<T> =
  | { outcome: 'ok'; data: T }
  | { outcome: 'refused'; status: number; code: string }
  | { outcome: 'unavailable'; reason: UnavailableReason };

type UnavailableReason =
  | 'network'
  | 'timeout'
  | 'server-error'
  | 'not-json'
  | 'too-large'
  | 'unexpected';

interface OperationCall<T> {
  api: BusinessApi;
  operationId: string;
  args: Record<string, unknown>;
  /** The customer the call is for; comes from the session, never from a model. */
  accountId?: string;
  /** Makes a changing call safe to repeat. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** What the model may see of the response: everything else is dropped. */
  response: z.ZodType<T>;
  /** Milliseconds for one attempt. */
  timeoutMs?: number;
}

const maxResponseBytes = 1_000_000;
const maxRetries = 2;
const problemSchema = z.looseObject({ code: z.string().regex(/^[a-z_]{1,60}$/) });

class Unavailable extends Error {
  constructor(
    readonly reason: UnavailableReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/**
 * Calls one operation of a business API by its OpenAPI document. Reading calls, and changing ones
 * with an idempotency key, are tried up to three times.
 * @throws only when `signal` is aborted, or when the tool does not fit the document.
 */
export async function callOperation<T>(call: OperationCall<T>): Promise<BusinessAnswer<T>> {
  const operation = requireOperation(call.api.document, call.operationId);
  const request = buildRequest(operation, call.api.baseUrl, call.args);
  const isRepeatable = request.method === 'GET' || call.idempotencyKey !== undefined;
  try {
    return await policy(isRepeatable, call.timeoutMs ?? 5_000).execute(
      ({ signal }) => attempt(call, request, signal),
      call.signal,
    );
  } catch (error) {
    if (call.signal?.aborted) throw error;
    const reason = error instanceof Unavailable ? error.reason : 'timeout';
    log().warn({ event: 'business-call-failed', operation: call.operationId, reason });
    return { outcome: 'unavailable', reason };
  }
}

function policy(isRepeatable: boolean, timeoutMs: number) {
  const again = retry(
    handleWhen((error) => !(error instanceof Unavailable) || error.reason !== 'too-large'),
    {
      maxAttempts: isRepeatable ? maxRetries : 0,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
    },
  );
  return wrap(again, timeout(timeoutMs, TimeoutStrategy.Aggressive));
}

async function attempt<T>(
  call: OperationCall<T>,
  request: BuiltRequest,
  signal: AbortSignal,
): Promise<BusinessAnswer<T>> {
  const { response, text } = await send(call, request, signal);
  if (text === null) throw new Unavailable('too-large');
  if (response.status >= 500 || response.status === 429) throw new Unavailable('server-error');
  const body = parseJson(text);
  if (response.ok) {
    const parsed = call.response.safeParse(body);
    if (parsed.success) return { outcome: 'ok', data: parsed.data };
    throw new Unavailable(body === undefined ? 'not-json' : 'unexpected');
  }
  const problem = problemSchema.safeParse(body);
  if (!problem.success) throw new Unavailable('not-json');
  return { outcome: 'refused', status: response.status, code: problem.data.code };
}

async function send<T>(call: OperationCall<T>, request: BuiltRequest, signal: AbortSignal) {
  const headers = new Headers({
    accept: 'application/json',
    authorization: `Bearer ${call.api.credential}`,
  });
  if (request.body !== undefined) headers.set('content-type', 'application/json');
  if (call.accountId) headers.set('x-account-id', call.accountId);
  if (call.idempotencyKey) headers.set('idempotency-key', call.idempotencyKey);
  const { method, url, body } = request;
  try {
    const response = await fetch(url, { method, headers, body, signal, redirect: 'error' });
    return { response, text: await readLimited(response, maxResponseBytes) };
  } catch (cause) {
    throw new Unavailable(signal.aborted ? 'timeout' : 'network', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
