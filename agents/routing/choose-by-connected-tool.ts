import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { chooseConnected } from '@/agents/builtin-model/connected/choose-connected';
import { team } from '@/agents/team';
import type { ConnectedTools } from '@/agents/tools/connected/connected-tools';

/** What must be said as clearly as this takes a conversation to another specialist. */
const clear = 0.4;

export interface ToolRoute {
  /** The name of a specialist that has the tool. */
  to: string;
  tool: string;
  score: number;
}

/**
 * The specialist whose connected tool a message is clearly for: routing learned from what people
 * say to the desk's own specialists, and has never heard of it. Null where there is none.
 * @param active keeps the conversation where it has the tool, too
 */
export function chooseByConnectedTool(
  text: string,
  active: string | null,
  { list }: ConnectedTools,
): ToolRoute | null {
  if (list.length === 0) return null;
  const holders = new Map(list.map(({ of, tool }) => [tool.name, of.settings.specialists]));
  const found = chooseConnected(
    text,
    list.flatMap(({ tool }) => toBoundTool(tool) ?? []),
  );
  if (!found || found.score < clear) return null;
  const known = (holders.get(found.tool.name) ?? []).filter((name) => team().find(name));
  const to = known.find((name) => name === active) ?? known[0];
  return to === undefined ? null : { to, tool: found.tool.name, score: found.score };
}
