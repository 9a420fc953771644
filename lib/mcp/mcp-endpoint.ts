import type { Authorization } from '@/lib/credentials/authorization';

/** An MCP server, as the desk reaches it: at an address, or by a command of `MCP_COMMANDS`. */
export interface McpEndpoint {
  /** Its connection, or what else the log is to call it. */
  id: string;
  /** Another one means that it is reached otherwise; 0 for what is no connection yet. */
  revision: number;
  reach: { address: string } | { command: string };
  /** Whether asking for another proof may help where one was refused. */
  canRenew: boolean;
  /**
   * What each request to an address carries to prove itself.
   * @param refused what was refused just now
   */
  authorize: (signal: AbortSignal, refused?: Authorization) => Promise<Authorization>;
}
