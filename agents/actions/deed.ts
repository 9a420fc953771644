import type { ToolResult } from '@/agents/tools/tool-result';
import type { Checked, WriteCall } from '@/agents/tools/tool-spec';
import type { Executor } from '@/lib/db/client';

/** What an approved action does, whether that is a tool's effect or the taking back of one. */
export interface Deed {
  /** May be repeated with the same key. */
  run: (call: WriteCall) => Promise<ToolResult>;
  /** Whether an operator must agree to it by now; absent where none ever must. */
  needsOperator?: (executor: Executor) => Promise<boolean>;
  /** Asks whether it happened. Without it nobody but people can tell once an answer is lost. */
  check?: (call: WriteCall) => Promise<Checked>;
  /** For how many minutes it can be taken back, given what came of it; absent where it cannot. */
  undoMinutes?: (result: ToolResult) => number | undefined;
}
