/**
 * Why a connected system gave no usable answer, in whatever way it was called. The same word in code,
 * log and database; its sentence, with what to do, stands in `tools.faults` in both languages.
 */
export type CallFault =
  /** It could not be reached, or the line broke. */
  | 'network'
  | 'timeout'
  /** An error of its own, or that it is too busy. */
  | 'server_error'
  | 'not_json'
  | 'too_large'
  | 'unexpected'
  /** Its address may not be called. */
  | 'address_refused'
  /** It wants another credential, or gives this one no access token. */
  | 'credential_refused'
  /** The desk's own secret does not open the credential any more. */
  | 'credential_unreadable'
  /** The command of an MCP server is not, or no longer, one of `MCP_COMMANDS`. */
  | 'unknown_command'
  /** As many commands run as may. */
  | 'busy';

/** A server offers more than is taken: the rest of it can be used. */
export const tooManyTools = 'too_many_tools';

/** What people are told of a connection: why its calls fail, or what else is not as it should be. */
export type ConnectionFault = CallFault | typeof tooManyTools | 'demo_off';

const passing: ReadonlySet<string> = new Set<CallFault>([
  'network',
  'timeout',
  'server_error',
  'not_json',
  'too_large',
  'unexpected',
  'busy',
]);

/** Whether a fault may be over by the next call, without anybody changing the connection. */
export const mayPass = (fault: string): boolean => passing.has(fault);
