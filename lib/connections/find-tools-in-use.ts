import type { ConnectedTool } from './connected-tool';

const none: ConnectedTool[] = [];

/** The operations that specialists have now. The same array for as long as they stay the same. */
export async function findToolsInUse(): Promise<readonly ConnectedTool[]> {
  return none;
}
