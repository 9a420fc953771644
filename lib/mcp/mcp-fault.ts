import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { FetchError } from '@/lib/net/fetch-error';
import { systemCode } from '@/lib/system-code';

/** Why a server gave no usable answer. */
export type McpReason =
  | 'network'
  | 'timeout'
  | 'too-large'
  | 'unexpected'
  /** It wants another credential. */
  | 'refused-credential'
  /** The desk's own secret does not open the credential any more. */
  | 'unreadable-credential'
  /** Its address may not be called. */
  | 'refused-address'
  /** The command is not, or no longer, one of `MCP_COMMANDS`. */
  | 'unknown-command'
  /** As many commands run as may. */
  | 'busy';

/** An MCP server that could not be asked, or whose answer could not be taken. */
export class McpFault extends Error {
  override name = 'McpFault';

  readonly reason: McpReason;

  constructor(reason: McpReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Under which code a connection keeps what is wrong; the sentence stands in `tools.faults`. */
export function faultOfReason(reason: McpReason): string {
  if (reason === 'refused-credential') return 'credential_refused';
  if (reason === 'unreadable-credential') return 'credential_unreadable';
  if (reason === 'refused-address') return 'address_refused';
  return reason.replaceAll('-', '_');
}

/** What went wrong, of whatever was thrown on the way to a server. */
export function reasonOf(error: unknown): McpReason {
  if (!(error instanceof Error)) return 'unexpected';
  if (isOf<McpFault>(error, 'McpFault')) return error.reason;
  if (isOf<FetchError>(error, 'FetchError')) return reasonOfFetch(error);
  if (error.name === 'TimeOver') return 'timeout';
  if (error.name === 'ClientRefusedError') return 'refused-credential';
  if (error.name === 'SealedCredentialError') return 'unreadable-credential';
  if (error instanceof StreamableHTTPError) return reasonOfStatus(error.code);
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

function reasonOfFetch({ reason }: FetchError): McpReason {
  switch (reason) {
    case 'timed_out':
      return 'timeout';
    case 'too_large':
      return 'too-large';
    case 'address_refused':
    case 'address_invalid':
    case 'too_many_redirects':
      return 'refused-address';
    case 'undecodable':
      return 'unexpected';
    default:
      return 'network';
  }
}

function reasonOfStatus(status = -1): McpReason {
  if (status === 401 || status === 403) return 'refused-credential';
  return status >= 500 || status === 404 || status === 429 ? 'network' : 'unexpected';
}
