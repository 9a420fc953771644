/** Whether the MCP server of a connection can be reached now. */
export async function isReachable(_connectionId: string): Promise<boolean> {
  return true;
}
