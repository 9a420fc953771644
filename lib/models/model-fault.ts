import type { ModelOutcome } from './model-call';

/** Why a call of a provider came to nothing; `resting` was not even made. */
export type FaultKind = Exclude<ModelOutcome, 'ok'> | 'resting';

const brand = Symbol.for('frontdesk.ModelFault');

/** What a provider did instead of answering. Says nothing that a provider wrote but its code. */
export class ModelFault extends Error {
  override name = 'ModelFault';
  readonly [brand] = true;
  /** How long the provider wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  readonly kind: FaultKind;

  constructor(
    kind: FaultKind,
    details: { cause?: unknown; status?: number; retryAfterMs?: number; code?: string } = {},
  ) {
    const { status, code, cause } = details;
    super(['model', kind, status, code].filter(Boolean).join(' '), { cause });
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** Whether it is one, also one of another copy of this module: Next bundles it more than once. */
  static is(error: unknown): error is ModelFault {
    return error instanceof Error && brand in error;
  }
}

/** A provider's code, if that is what it sent: anything longer may be a text that holds keys. */
export function readCode(sent: string | number | null | undefined): string | undefined {
  return /^[\w-]{1,60}$/.exec(String(sent ?? ''))?.[0];
}

/** What an HTTP status other than 2xx means. */
export function faultOfStatus(
  status: number,
  details: { retryAfter?: string | undefined; code?: string | undefined },
): ModelFault {
  const { code } = details;
  const retryAfterMs = readRetryAfter(details.retryAfter);
  return new ModelFault(kindOf(status), {
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(code !== undefined && { code }),
  });
}

function kindOf(status: number): FaultKind {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 429) return 'limited';
  if (status === 408 || status >= 500) return 'overloaded';
  return 'refused';
}

/** The header's seconds or date as milliseconds from now; undefined where it says neither. */
function readRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What an error of the connection means, before or after an answer began. */
export function faultOfConnection(error: unknown, hasBegun: boolean): ModelFault {
  if (ModelFault.is(error)) return error;
  if (hasBegun) return new ModelFault('cut', { cause: error });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isKnown =
    unreachableCodes.has(code) || /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_|UNABLE_)/.test(code);
  return new ModelFault(isKnown ? 'unreachable' : 'failed', { cause: error });
}
