import {
  ExponentialBackoff,
  handleWhen,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { z } from 'zod';
import type { Authorization } from '@/lib/credentials/authorization';
import { ClientRefusedError, SealedCredentialError } from '@/lib/credentials/credential-error';
import { withoutSecrets } from '@/lib/credentials/without-secrets';
import { log } from '@/lib/log';
import type { AllowedHost } from '@/lib/net/allowed-hosts';
import { FetchError } from '@/lib/net/fetch-error';
import { type GuardedAnswer, guardedRequest } from '@/lib/net/guarded-request';
import type { CallFault } from '@/lib/shared/call-fault';
import type { Identity } from '@/lib/shared/connections';
import type { ApiOperation } from './api-operation';
import { type BuiltRequest, buildRequest } from './build-request';
import type { BusinessAnswer } from './business-answer';
import { callPatience } from './call-patience';
import { readAnswer } from './read-answer';
import { type Speaker, spokenAs } from './speaker';
import { headerValue } from './write-parameter';

/** Somebody's business API, as the desk reaches it. */
export interface BusinessApi {
  operations: ReadonlyMap<string, ApiOperation>;
  /** Operations' paths follow it. */
  baseUrl: string;
  /** How calls say whom they are for. */
  identity: Identity | null;
  /**
   * @param refused what was refused before: where another can be had, it is
   * @throws FetchError when there is none to be had, ClientRefusedError, SealedCredentialError
   */
  authorize: (signal: AbortSignal, refused?: Authorization) => Promise<Authorization>;
  /** Whether a refused credential can be replaced by another. */
  canRenew: boolean;
  /** Hears after each call why it failed, or null when it was answered. */
  note?: (fault: CallFault | null) => void;
  /** Addresses that may be called though they are not public; those of `ALLOWED_HOSTS` when absent. */
  allowed?: readonly AllowedHost[];
}

export interface OperationCall<T> {
  api: BusinessApi;
  operationId: string;
  args: Record<string, unknown>;
  /** Whom the call is for; comes from the session, never from a model. */
  speaker?: Speaker;
  /** Makes a changing call safe to repeat, where the operation takes one. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** What the model may see of the response: everything else is dropped. */
  response: z.ZodType<T>;
  /** Milliseconds for one attempt. */
  timeoutMs?: number;
}

const maxResponseBytes = 1_000_000;
const maxRetries = 2;

class Unavailable extends Error {
  readonly reason: CallFault;

  constructor(reason: CallFault, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** @throws Error when the document has no operation of this name. */
function requireOperation({ operations }: BusinessApi, operationId: string): ApiOperation {
  const operation = operations.get(operationId);
  if (!operation) throw new Error(`The API document has no operation ${operationId}.`);
  return operation;
}

/** The request that a call would send, without what it proves itself with. */
export function requestOf<T>(call: Omit<OperationCall<T>, 'response'>): BuiltRequest {
  const { api, operationId, args, speaker, idempotencyKey } = call;
  const operation = requireOperation(api, operationId);
  const request = buildRequest(operation, api.baseUrl, args);
  request.headers.accept = operation.answerType ?? 'application/json';
  if (request.body !== undefined) {
    request.headers['content-type'] = operation.bodyType ?? 'application/json';
  }
  const spoken = api.identity && spokenAs(api.identity.value, speaker);
  if (api.identity && spoken) {
    request.headers[api.identity.header.toLowerCase()] = headerValue(spoken);
  }
  if (idempotencyKey && operation.takesKey) request.headers['idempotency-key'] = idempotencyKey;
  return request;
}

/**
 * Calls one operation of a business API by its OpenAPI document. Reading calls, and changing ones
 * that take an idempotency key and are given one, are tried up to three times.
 * @throws BadArguments when the arguments do not fit the document; the reason of `signal` when that
 * is aborted
 */
export async function callOperation<T>(call: OperationCall<T>): Promise<BusinessAnswer<T>> {
  const operation = requireOperation(call.api, call.operationId);
  const request = requestOf(call);
  const isRepeatable = operation.isSafe || request.headers['idempotency-key'] !== undefined;
  const way = { wasSent: false };
  try {
    const answer = await policy(isRepeatable, call.timeoutMs ?? callPatience.attempt).execute(
      ({ signal }) => attempt(call, request, way, signal),
      call.signal,
    );
    call.api.note?.(credentialFault(answer));
    return answer;
  } catch (error) {
    if (call.signal?.aborted) throw call.signal.reason;
    const reason = callFaultOf(error);
    call.api.note?.(reason);
    log().warn({ event: 'business-call-failed', operation: call.operationId, reason, ...way });
    return { outcome: 'unavailable', reason, ...(!way.wasSent && { isUnsent: true }) };
  }
}

function callFaultOf(error: unknown): CallFault {
  if (error instanceof Unavailable) return error.reason;
  if (isTaskCancelledError(error)) return 'timeout';
  log().error({ event: 'business-call-broken', err: error });
  return 'unexpected';
}

/** A status of 401 is about the desk, whatever it was asked for; without one it was not asked. */
function credentialFault<T>(answer: BusinessAnswer<T>) {
  if (answer.outcome !== 'refused') return null;
  const { status, code } = answer;
  if (status === undefined && code === 'credential_unreadable') return code;
  return status === undefined || status === 401 ? 'credential_refused' : null;
}

const lasting = new Set<CallFault>(['too_large', 'address_refused']);

function policy(isRepeatable: boolean, timeoutMs: number) {
  const again = retry(
    handleWhen((error) => !(error instanceof Unavailable) || !lasting.has(error.reason)),
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
  way: { wasSent: boolean },
  signal: AbortSignal,
): Promise<BusinessAnswer<T>> {
  const proof = await prove(call.api, signal);
  if (!('headers' in proof)) return proof;
  const sending = { signal, onSend: () => Object.assign(way, { wasSent: true }) };
  let answer = await send(call.api, request, proof, sending);
  // It was not let in, so nothing has happened yet.
  if (answer.status === 401 && call.api.canRenew) {
    const renewed = await prove(call.api, signal, proof);
    if (!('headers' in renewed)) return renewed;
    answer = await send(call.api, request, renewed, sending);
  }
  const read = readAnswer(answer, call.response);
  if (read.outcome === 'unavailable') throw new Unavailable(read.reason);
  return read;
}

/** What a request proves itself with, or the refusal that it would end in: then nothing is sent. */
async function prove(
  { authorize }: BusinessApi,
  signal: AbortSignal,
  refused?: Authorization,
): Promise<Authorization | { outcome: 'refused'; code: string }> {
  try {
    return await authorize(signal, refused);
  } catch (cause) {
    if (cause instanceof SealedCredentialError) {
      return { outcome: 'refused', code: 'credential_unreadable' };
    }
    if (cause instanceof ClientRefusedError) {
      return { outcome: 'refused', code: 'credential_refused' };
    }
    throw new Unavailable(signal.aborted ? 'timeout' : faultOfSending(cause), { cause });
  }
}

async function send(
  { allowed }: BusinessApi,
  { method, url, headers, body }: BuiltRequest,
  proof: Authorization,
  { signal, onSend }: { signal: AbortSignal; onSend: () => void },
): Promise<GuardedAnswer> {
  const address = new URL(url);
  for (const [name, value] of Object.entries(proof.query)) address.searchParams.set(name, value);
  try {
    const answer = await guardedRequest(address, {
      method,
      headers: { ...headers, ...proof.headers },
      body,
      signal,
      onSend,
      allowed,
      maxBytes: maxResponseBytes,
    });
    return { ...answer, text: withoutSecrets(answer.text, proof) };
  } catch (cause) {
    throw new Unavailable(signal.aborted ? 'timeout' : faultOfSending(cause), { cause });
  }
}

function faultOfSending(cause: unknown): CallFault {
  if (!(cause instanceof FetchError)) return 'network';
  if (cause.reason === 'too_large') return 'too_large';
  return cause.reason === 'address_refused' ? 'address_refused' : 'network';
}
