import type { Identity, ToolSettings } from '@/lib/shared/connections';

/** An operation of a connection that is switched on, as specialists have it. */
export interface ConnectedTool {
  id: string;
  connection: {
    id: string;
    kind: 'openapi' | 'mcp';
    name: string;
    /** How its calls say whom they are for; null when they are for nobody. */
    identity: Identity | null;
  };
  operationId: string;
  /** What it was when it was given, as a hash. */
  operationHash: string;
  /** What the operations that undo it and ask after it are now; null where there is none. */
  linkedHashes: { undo: string | null; check: string | null };
  settings: ToolSettings;
  /** Its arguments as a JSON schema of type object, without those that say who the person is. */
  input: Record<string, unknown>;
  /** It takes an idempotency key, so that sending it again is safe. */
  takesKey: boolean;
  /** It is not any more what it was when it was given: it is out of use. */
  isChanged: boolean;
}
