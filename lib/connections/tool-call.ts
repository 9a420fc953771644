import type { Speaker } from '@/lib/business/speaker';
import type { CallFault } from '@/lib/shared/call-fault';
import type { ConnectedTool } from './connected-tool';

/** One call of an operation of an outside system. */
export interface ToolCallRequest {
  tool: ConnectedTool;
  args: Record<string, unknown>;
  speaker: Speaker;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * Why the desk itself did not send a call, or could not: what follows for whoever wanted it, while
 * a `CallFault` tells those who keep the connection what is wrong with it.
 */
export type OwnRefusal =
  | 'needs_account'
  | 'bad_arguments'
  | 'not_reached'
  | Extract<CallFault, 'credential_refused' | 'credential_unreadable'>;

/**
 * What came of it; `data` holds nothing but the fields that the settings let models see. `refused` is
 * the system's no, in its own words, whatever code it gives; `not-sent` is the desk's, in the desk's
 * words, and nothing has happened.
 */
export type ConnectedAnswer =
  | { outcome: 'ok'; data: unknown }
  | { outcome: 'refused'; status?: number; code?: string; message?: string }
  | { outcome: 'not-sent'; code: OwnRefusal; message?: string }
  | { outcome: 'unavailable'; reason: CallFault | 'not_connected' };
