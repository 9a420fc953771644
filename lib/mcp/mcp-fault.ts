import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { FetchError } from '@/lib/net/fetch-error';
import type { CallFault } from '@/lib/shared/call-fault';
import { systemCode } from '@/lib/system-code';

/** An MCP server that could not be asked, or whose answer could not be taken. */
export class McpFault extends Error {
  override name = 'McpFault';

  readonly reason: CallFault;

  constructor(reason: CallFault, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** What went wrong, of whatever was thrown on the way to a server. */
export function callFaultOf(error: unknown): CallFault {
  if (!(error instanceof Error)) return 'unexpected';
  if (isOf<McpFault>(error, 'McpFault')) return error.reason;
  if (isOf<FetchError>(error, 'FetchError')) return faultOfFetch(error);
  if (error.name === 'TimeOver') return 'timeout';
  if (error.name === 'ClientRefusedError') return 'credential_refused';
  if (error.name === 'SealedCredentialError') return 'credential_unreadable';
  if (error instanceof StreamableHTTPError) return faultOfStatus(error.code);
  if (error instanceof McpError) {
    if (error.code === ErrorCode.RequestTimeout) return 'timeout';
    return error.code === ErrorCode.ConnectionClosed ? 'network' : 'unexpected';
  }
  // A program that is not there, or a pipe that broke.
  return 'code' in error ? 'network' : 'unexpected';
}

/** Next bundles a module more than once, and a session is shared by all copies: classes do not tell. */
const isOf = <T extends Error>(error: unknown, name: T['name']): error is T =>
  error instanceof Error && error.name === name;

/** The server was started anew and does not know the session: it did not look at what was sent. */
export function isUnknownSession(error: unknown): boolean {
  return error instanceof StreamableHTTPError && error.code === 404;
}

/** Many servers say it so; but others may so refuse what they looked at, or half did. */
export function mayBeUnknownSession(error: unknown): boolean {
  if (!(error instanceof StreamableHTTPError)) return false;
  return isUnknownSession(error) || (error.code === 400 && /session/i.test(error.message));
}

/** Whether a request surely never got to the server. */
export function isNeverSent(error: unknown): boolean {
  if (!isOf<FetchError>(error, 'FetchError')) return false;
  const isRefusedHere = ['address_refused', 'address_invalid', 'name_unknown'];
  return (
    isRefusedHere.includes(error.reason) ||
    ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'].includes(systemCode(error.cause))
  );
}

function faultOfFetch({ reason }: FetchError): CallFault {
  switch (reason) {
    case 'timed_out':
      return 'timeout';
    case 'too_large':
      return 'too_large';
    case 'address_refused':
    case 'address_invalid':
    case 'too_many_redirects':
      return 'address_refused';
    case 'undecodable':
      return 'unexpected';
    default:
      return 'network';
  }
}

function faultOfStatus(status = -1): CallFault {
  if (status === 401 || status === 403) return 'credential_refused';
  return status >= 500 || status === 404 || status === 429 ? 'network' : 'unexpected';
}
