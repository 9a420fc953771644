import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { findToolsInUse } from '@/lib/connections/find-tools-in-use';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { type ConnectedTools, type MadeTool, noConnectedTools } from './connected-tools';
import { defineConnectedTool } from './define-connected-tool';

const unreadable: ConnectedTools = { list: [], isUnreadable: true };

const known = () =>
  processGlobal('connected-tools', () => new WeakMap<readonly ConnectedTool[], ConnectedTools>());

/** The tools in use as they are now. It never fails: a turn that lacks them says so. */
export async function loadConnectedTools(): Promise<ConnectedTools> {
  try {
    const inUse = await findToolsInUse();
    const made = known().get(inUse) ?? make(inUse);
    known().set(inUse, made);
    return made;
  } catch (error) {
    log().error({ event: 'connected-tools-not-loaded', err: error });
    return unreadable;
  }
}

/** One that no tool can be made of keeps none of the others away. */
function make(inUse: readonly ConnectedTool[]): ConnectedTools {
  if (inUse.length === 0) return noConnectedTools;
  const list = inUse.flatMap((of): MadeTool[] => {
    try {
      return [{ of, tool: defineConnectedTool(of) }];
    } catch (error) {
      log().error({ event: 'connected-tool-not-made', tool: of.settings.name, err: error });
      return [];
    }
  });
  return { list, isUnreadable: false };
}
