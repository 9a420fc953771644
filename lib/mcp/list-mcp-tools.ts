import type { McpEndpoint } from './mcp-endpoint';
import type { Offered } from './offered-tool';
import { openSession } from './open-session';
import { readTools } from './read-tools';

/**
 * What an MCP server offers now, over a session of its own: so it also tells whether the server can
 * be reached as it was entered.
 * @throws whatever `callFaultOf` understands
 */
export async function listMcpTools(endpoint: McpEndpoint, signal?: AbortSignal): Promise<Offered> {
  const session = await openSession(endpoint, { signal });
  try {
    return await readTools(session.client, signal);
  } catch (error) {
    throw session.faultOf() ?? error;
  } finally {
    await session.close();
  }
}
