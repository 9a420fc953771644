import type { ConnectedTool } from './connected-tool';

/** Whom a call is for; comes from the session, never from a model. */
export interface Speaker {
  account?: string;
  email?: string;
  id: string;
}

/** One call of an operation of an outside system. */
export interface ToolCallRequest {
  tool: ConnectedTool;
  args: Record<string, unknown>;
  speaker: Speaker;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** What came of it; `data` holds nothing but the fields that the settings let models see. */
export type ConnectedAnswer =
  | { outcome: 'ok'; data: unknown }
  | { outcome: 'refused'; status?: number; code?: string; message?: string }
  | { outcome: 'unavailable'; reason: string };

/** Calls an operation; nothing is connected yet. */
export async function callTool(_request: ToolCallRequest): Promise<ConnectedAnswer> {
  return { outcome: 'unavailable', reason: 'not-connected' };
}
