import { team } from '@/agents/team';
import { writeToolOf } from '@/agents/tools/define-tool';
import { toolsOf } from '@/agents/work/specialist-tools';
import type { AnyWriteTool } from './deed-of';

/** The write tool of this name that some specialist has now, or null: it may have been taken away. */
export async function findWriteTool(name: string): Promise<AnyWriteTool | null> {
  for (const specialist of team().specialists) {
    const found = toolsOf(specialist).find((tool) => tool.name === name);
    const spec = found && writeToolOf(found);
    if (spec) return spec;
  }
  return null;
}
