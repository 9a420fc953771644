import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { rankOwn } from '@/agents/builtin-model/choosing/choose-tool';
import { languageModelFor } from '@/agents/model-for';
import { team } from '@/agents/team';

export interface OwnToolRoute {
  /** The name of the specialist that has the tool. */
  to: string;
  tool: string;
  /** How surely it is meant, 0 to 1. */
  probability: number;
}

/** The tools of all specialists, side by side. */
function ownTools() {
  return team().specialists.flatMap(({ name, tools }) =>
    tools.flatMap((tool) => {
      const bound = toBoundTool(tool);
      return bound ? [{ to: name, bound }] : [];
    }),
  );
}

/**
 * The desk's own tool that a message asks for, told among those of all specialists: what people say
 * to a tool tells more of a request than the topics of a specialist do. Null where it asks for none,
 * and where a language model answers, which sees to that by itself.
 */
export function chooseByOwnTool(text: string): OwnToolRoute | null {
  if (languageModelFor('answer')) return null;
  const all = ownTools();
  const found = rankOwn(
    text,
    all.map(({ bound }) => bound),
  );
  const holder = found && all.find(({ bound }) => bound === found.tool);
  return holder ? { to: holder.to, tool: found.tool.name, probability: found.probability } : null;
}
