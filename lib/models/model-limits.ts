import { env } from '@/lib/env';

/** How patient calls to providers are. All times are milliseconds. */
export interface ModelLimits {
  /** Longest wait for the first sign of an answer, connecting included. */
  firstTokenMs: number;
  /** Longest silence in the middle of an answer. */
  silenceMs: number;
  /** Longest that one model may take for an answer, with all its retries. */
  callMs: number;
  /** Retries wait a random part of this, doubled each time. */
  retryBaseMs: number;
  /** A provider that wants to be left alone for longer is not waited for. */
  longestRetryAfterMs: number;
  /** Calls in a row that must fail before a model is left alone for a while. */
  failuresToRest: number;
  /** How long it is left alone at first; longer each time its trial fails, up to twelve times that. */
  restMs: number;
}

/** What the environment says, and what does not vary. */
export function modelLimits(): ModelLimits {
  const { MODEL_FIRST_TOKEN_SECONDS, MODEL_SILENCE_SECONDS, MODEL_CALL_SECONDS } = env();
  return {
    firstTokenMs: MODEL_FIRST_TOKEN_SECONDS * 1_000,
    silenceMs: MODEL_SILENCE_SECONDS * 1_000,
    callMs: MODEL_CALL_SECONDS * 1_000,
    retryBaseMs: 250,
    longestRetryAfterMs: 10_000,
    failuresToRest: 5,
    restMs: 5_000,
  };
}
