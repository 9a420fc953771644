import { askingServer } from '@/lib/connections/document-problem';
import { db } from '@/lib/db/client';
import { requireConnection, storeOffered } from '@/lib/db/connections/connections';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { endpointOf } from '@/lib/mcp/find-endpoint';
import { listMcpTools } from '@/lib/mcp/list-mcp-tools';
import { cutFault } from '@/lib/mcp/offered-tool';

/**
 * Asks an MCP server again what it offers.
 * @throws AppError `not_found`, `mcp_unreachable`; `invalid_request` for what is no MCP server
 */
export async function refreshConnection(id: string): Promise<void> {
  const row = await requireConnection(id);
  if (row.kind !== 'mcp') throw new AppError('invalid_request', { detail: 'it is no MCP server' });
  const signal = AbortSignal.timeout(15_000);
  const offered = await askingServer(() => listMcpTools(endpointOf(row), signal));
  await db().transaction(async (tx) => {
    await storeOffered(tx, id, offered, cutFault(offered));
    await publish(tx, { type: 'connections-changed', connectionId: id });
  });
}
