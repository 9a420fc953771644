import type { ToolResult } from '@/agents/tools/tool-result';
import type { Checked, WriteCall } from '@/agents/tools/tool-spec';
import type { Executor } from '@/lib/db/client';
import type { OperatorReason } from '@/lib/shared/actions';

/** What an approved action does, whether that is a tool's effect or the taking back of one. */
export interface Deed {
  /** May be repeated with the same key. */
  run: (call: WriteCall) => Promise<ToolResult>;
  /** Why an operator must agree to it by now, null where none must; absent where none ever must. */
  whyOperator?: (executor: Executor) => Promise<OperatorReason | null>;
  /** Asks whether it happened. Without it nobody but people can tell once an answer is lost. */
  check?: (call: WriteCall) => Promise<Checked>;
  /** For how many minutes it can be taken back, given what came of it; absent where it cannot. */
  undoMinutes?: (result: ToolResult) => number | undefined;
}
