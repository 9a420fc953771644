import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { chooseTool } from './choose-tool';

/** Trains the choice between these tools, as `bindTools` receives them, before people wait for it. */
export function warmUpTools(tools: readonly unknown[]): void {
  chooseTool(
    '',
    tools.flatMap((tool) => toBoundTool(tool) ?? []),
  );
}
