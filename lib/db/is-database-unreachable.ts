/** What the driver and the system call a connection that cannot be made or has gone. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
]);

/**
 * SQLSTATE of a server that goes away or does not take connections: class 08, and 57P01 to 57P03
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const serverGone = /^(08...|57P0[123])$/;

/** Whether a fault, or what caused it, is that the database cannot be reached. */
export function isDatabaseUnreachable(fault: unknown): boolean {
  // `fetch` wraps the refusals of other services in a TypeError.
  if (!(fault instanceof Error) || fault instanceof TypeError) return false;
  const code = 'code' in fault ? String(fault.code) : '';
  return connectionCodes.has(code) || serverGone.test(code) || isDatabaseUnreachable(fault.cause);
}
