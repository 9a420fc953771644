import {
  QdrantClientResourceExhaustedError,
  QdrantClientTimeoutError,
} from '@qdrant/js-client-rest';
import { isBrokenCircuitError, isTaskCancelledError } from 'cockatiel';
import { z } from 'zod';
import { AppError } from '@/lib/errors';

/**
 * Why Qdrant does not serve: nobody answers there; too late an answer; 401 or 403; the collection
 * is gone although there ought to be chunks; an answer that is not Qdrant's, as of a proxy; any
 * other refusal.
 */
export const qdrantTroubles = [
  'unreachable',
  'slow',
  'key_refused',
  'collection_missing',
  'not_qdrant',
  'failing',
] as const;
export type QdrantTrouble = (typeof qdrantTroubles)[number];

/** What the client throws for an answer it refused. */
const answerSchema = z.object({
  status: z.number(),
  data: z.unknown(),
  headers: z.instanceof(Headers).optional(),
});
/** Qdrant's own word for a fault. */
const ownFaultSchema = z.object({ status: z.object({ error: z.string() }) });

/** The HTTP status of an answer that the client refused; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const answer = answerSchema.safeParse(error);
  if (answer.success) return answer.data.status;
  if (error instanceof QdrantClientResourceExhaustedError) return 429;
  if (!(error instanceof Error)) return undefined;
  const stated = /^Unexpected Response: (\d{3})/.exec(error.message)?.[1];
  return stated ? Number(stated) : undefined;
}

/** Whether Qdrant itself says that the collection is not there; a proxy's 404 is none of its. */
export function isMissing(error: unknown): boolean {
  const answer = answerSchema.safeParse(error);
  return answer.success && answer.data.status === 404 && isOwnFault(answer.data.data);
}

/** No answer, or one that says to come again; every call of the store may be repeated. */
export function isPassing(error: unknown): boolean {
  if (AppError.is(error)) return false;
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
}

/** Whether the server is there but has too much to do: 429, or when it says how long to wait. */
export function isAskedToWait(error: unknown): boolean {
  return statusOf(error) === 429 || (isPassing(error) && retryAfterMs(error) > 0);
}

/** How long the server asks to be left alone, in milliseconds; 0 when it does not say. */
export function retryAfterMs(error: unknown): number {
  // The client hands on no more than the first digit of a 429's header; what is missing of it, the
  // growing pauses between the attempts make up for.
  if (error instanceof QdrantClientResourceExhaustedError) return error.retry_after * 1_000;
  const answer = answerSchema.safeParse(error);
  const seconds = Number(answer.data?.headers?.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

/** What people are told, `unavailable`; why stands in its values, for `doctor` and `/api/ready`. */
export function unavailable(reason: QdrantTrouble, cause?: unknown): AppError {
  return new AppError('unavailable', { part: 'Qdrant', reason }, { cause });
}

/** Why a call failed. */
export function troubleOf(error: unknown): QdrantTrouble {
  if (isBrokenCircuitError(error)) return 'unreachable';
  if (isTaskCancelledError(error) || error instanceof QdrantClientTimeoutError) return 'slow';
  const status = statusOf(error);
  if (status === 401 || status === 403) return 'key_refused';
  // What fetch throws when nobody answers; other faults without a status are unreadable answers.
  if (status === undefined) return error instanceof TypeError ? 'unreachable' : 'not_qdrant';
  const answer = answerSchema.safeParse(error);
  return answer.success && !isOwnFault(answer.data.data) ? 'not_qdrant' : 'failing';
}

function isOwnFault(data: unknown): boolean {
  return ownFaultSchema.safeParse(data).success;
}
