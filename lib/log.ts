import pino from 'pino';
import { env } from '@/lib/env';

/** Longest message and stack of an error, in characters: others may have written them. */
const longestMessage = 2_000;
const longestStack = 8_000;

let logger: pino.Logger | undefined;

/**
 * The process's logger: one JSON line per event on standard error. Events are noun-verb
 * (`turn-completed`); fields never hold secrets, message text or personal data.
 */
export function log(): pino.Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: { pid: process.pid },
      serializers: { err: describeError },
      // Of an error under its own key it would log the message a second time, as it is.
      errorKey: 'unnamed',
    },
    pino.destination({ dest: 2, sync: false }),
  );
  return logger;
}

/**
 * What is logged of an error: its kind, what it says and where. Neither the values of a failed
 * query, which the driver puts into the message, nor what else hangs on the error.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = pino.stdSerializers.err(error);
  return {
    type,
    message: withoutValues(message, error).slice(0, longestMessage),
    stack: withoutValues(stack, error).slice(0, longestStack),
  };
}

function withoutValues(text: string, error: unknown): string {
  if (!(error instanceof Error)) return text;
  const cleaned = 'params' in error ? text.replaceAll(`\nparams: ${error.params}`, '') : text;
  return withoutValues(cleaned, error.cause);
}
