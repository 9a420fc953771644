import type { NextAuthConfig } from 'next-auth';
import { log } from '@/lib/log';

/**
 * Auth.js's messages as lines of our log. Only the first line of a cause is kept: what follows
 * can hold the parameters of a query.
 */
export const authLog: NextAuthConfig['logger'] = {
  error: (error) => {
    const cause = error.cause;
    const inner = cause && typeof cause === 'object' && 'err' in cause ? cause.err : undefined;
    const reason = inner instanceof Error ? inner.message.split('\n')[0] : undefined;
    log().warn(
      { event: 'sign-in-refused', type: typeOf(error), reason },
      'a sign-in did not succeed',
    );
  },
  warn: (code) => log().warn({ event: 'sign-in-warning', code }, 'Auth.js warns'),
  debug: () => undefined,
};

/** Auth.js's own name of the fault: the class's name does not survive the build. */
function typeOf(error: Error): string {
  return 'type' in error ? String(error.type) : error.name;
}
