import { DocumentError } from '../parsers/document-error';
import { type ReaderFault, ReaderUnavailableError } from './reader-unavailable-error';
import { StatusError } from './status-error';

/** Statuses by which the service refuses this very document; all others are about the service. */
const refusals = [400, 413, 415, 422];
/** Too many requests, and gateways whose service is just starting, busy or slow. */
const passing = [429, 502, 503, 504];

/** What went wrong with one call. */
export interface CallFault {
  error: DocumentError | ReaderUnavailableError;
  /** Whether the same call may succeed a moment later. */
  isPassing: boolean;
  /** Milliseconds that the service asks to be left alone. */
  retryAfterMs: number;
}

/** Tells apart what the client threw. Its own messages are dropped: they may hold the key. */
export function toCallFault(error: unknown): CallFault {
  const thrown = error instanceof Error && error.cause ? error.cause : error;
  if (thrown instanceof StatusError) return faultOfStatus(thrown);
  if (thrown instanceof DocumentError) return { error: thrown, isPassing: false, retryAfterMs: 0 };
  // So `fetch` tells that no connection came about, or that one broke.
  const isCut = thrown instanceof TypeError;
  const reason = isCut ? 'unreachable' : 'unreadable_answer';
  return { error: new ReaderUnavailableError(reason), isPassing: isCut, retryAfterMs: 0 };
}

function faultOfStatus({ status, detail, retryAfterMs }: StatusError): CallFault {
  if (refusals.includes(status)) {
    const isLocked = /encrypted|password/i.test(detail);
    const failure = isLocked ? 'password_protected' : 'service_refused';
    const error = new DocumentError(failure, { cause: `status ${status}` });
    return { error, isPassing: false, retryAfterMs };
  }
  const error = new ReaderUnavailableError(reasonOf(status));
  return { error, isPassing: passing.includes(status), retryAfterMs };
}

function reasonOf(status: number): ReaderFault {
  if (status === 401 || status === 403) return 'key_refused';
  if (status === 429) return 'overloaded';
  return status >= 500 ? 'failing' : 'unreadable_answer';
}
