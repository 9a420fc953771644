import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { classifyRoute } from '@/agents/builtin-model/classifier/classify-route';
import { chooseTool } from './choose-tool';

/** Something with letters and a number, such as SO-10421: it is asked for, not asked about. */
const holdsIdOfSomething = /(?<![A-Za-z])[A-Za-z]{2,5}-\d/;

/**
 * The specialist whose tools a request is for, told among those that it could be handed to;
 * undefined where none of their tools fits, or passages may well answer it here.
 */
export function chooseElsewhere(
  question: string,
  { hasPassages, handOver }: { hasPassages: boolean; handOver: BoundTool | undefined },
): string | undefined {
  if (!handOver?.elsewhere || (hasPassages && !holdsIdOfSomething.test(question))) return undefined;
  const fitting = handOver.elsewhere
    .filter(({ tools }) => chooseTool(question, tools) !== undefined)
    .map(({ to }) => to);
  if (fitting.length < 2) return fitting[0];
  const { route } = classifyRoute(question);
  return fitting.find((to) => to === route);
}
