import type { StructuredToolInterface } from '@langchain/core/tools';
import type { ConnectedTool } from '@/lib/connections/connected-tool';

/** An operation in use, and the tool that was made of it. */
export interface MadeTool {
  of: ConnectedTool;
  tool: StructuredToolInterface;
}

/** The connected tools as a turn found them; the same object for as long as they stay the same. */
export interface ConnectedTools {
  list: readonly MadeTool[];
  /** Nobody knows which there are: what is in use could not be read. */
  isUnreadable: boolean;
}

export const noConnectedTools: ConnectedTools = { list: [], isUnreadable: false };
