import type { Speaker } from '@/lib/business/speaker';
import type { ConnectedTool } from './connected-tool';

/** One call of an operation of an outside system. */
export interface ToolCallRequest {
  tool: ConnectedTool;
  args: Record<string, unknown>;
  speaker: Speaker;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Why the desk itself did not send a call, or could not. */
export type OwnRefusal =
  | 'needs_account'
  | 'bad_arguments'
  | 'not_reached'
  | 'credential_refused'
  | 'credential_unreadable';

/**
 * What came of it; `data` holds nothing but the fields that the settings let models see. `refused` is
 * the system's no, in its own words, whatever code it gives; `not-sent` is the desk's, in the desk's
 * words, and nothing has happened.
 */
export type ConnectedAnswer =
  | { outcome: 'ok'; data: unknown }
  | { outcome: 'refused'; status?: number; code?: string; message?: string }
  | { outcome: 'not-sent'; code: OwnRefusal; message?: string }
  | { outcome: 'unavailable'; reason: string };
