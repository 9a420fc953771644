import { team } from '@/agents/team';
import { loadConnectedTools } from '@/agents/tools/connected/load-connected-tools';
import { writeToolOf } from '@/agents/tools/define-tool';
import { toolsOf } from '@/agents/work/specialist-tools';
import { AppError } from '@/lib/errors';
import type { AnyWriteTool } from './deed-of';

/**
 * The write tool of this name that some specialist has now, or null: it may have been taken away.
 * @throws AppError `unavailable` when connected tools cannot be read
 */
export async function findWriteTool(name: string): Promise<AnyWriteTool | null> {
  const connected = await loadConnectedTools();
  for (const specialist of team().specialists) {
    const found = toolsOf(specialist, connected).find((tool) => tool.name === name);
    const spec = found && writeToolOf(found);
    if (spec) return spec;
  }
  // It may be one of those that nobody could read just now: whoever asks tries again.
  if (connected.isUnreadable) throw new AppError('unavailable', { part: 'connections' });
  return null;
}
