import { team } from '@/agents/team';
import { loadConnectedTools } from '@/agents/tools/connected/load-connected-tools';
import { writeToolOf } from '@/agents/tools/define-tool';
import { toolsOf } from '@/agents/work/specialist-tools';
import type { AnyWriteTool } from './deed-of';

/** The write tool of this name that some specialist has now, or null: it may have been taken away. */
export async function findWriteTool(name: string): Promise<AnyWriteTool | null> {
  const connected = await loadConnectedTools();
  for (const specialist of team().specialists) {
    const found = toolsOf(specialist, connected).find((tool) => tool.name === name);
    const spec = found && writeToolOf(found);
    if (spec) return spec;
  }
  return null;
}
