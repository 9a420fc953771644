import pino from 'pino';
import { env } from '@/lib/env';

let logger: pino.Logger | undefined;

/**
 * The process's logger: one JSON line per event on standard error. Events are noun-verb
 * (`turn-completed`); fields never hold secrets, message text or personal data.
 */
export function log(): pino.Logger {
  logger ??= pino(
    { level: env().LOG_LEVEL, base: { pid: process.pid } },
    pino.destination({ dest: 2, sync: false }),
  );
  return logger;
}
