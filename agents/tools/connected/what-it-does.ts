import type { ConnectedTool } from '@/lib/connections/connected-tool';

/**
 * What somebody agrees to beside the arguments: whoever gives the name, or the operation, to
 * something else has not been agreed to. What takes it back belongs to that, too, for it is called
 * without another question; and what is asked whether it happened, for a yes of something else would
 * be taken for its own.
 */
export function whatItDoes(tool: ConnectedTool): unknown {
  const { connection, operationId, operationHash, linkedHashes, settings } = tool;
  const { identityArguments, undo, check } = settings;
  const itself = [connection.id, operationId, operationHash, connection.identity];
  const linked = [undo?.operationId, undo?.arguments, check?.operationId, check?.arguments];
  return [...itself, identityArguments, ...linked, linkedHashes];
}
