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

/**
 * What came of it; `data` holds nothing but the fields that the settings let models see. `refused`
 * without a status is the desk's own no (`needs_account`, `bad_arguments`, `not_reached`,
 * `credential_…`), and nothing has happened.
 */
export type ConnectedAnswer =
  | { outcome: 'ok'; data: unknown }
  | { outcome: 'refused'; status?: number; code?: string; message?: string }
  | { outcome: 'unavailable'; reason: string };
