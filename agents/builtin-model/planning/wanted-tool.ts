import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { chooseTool } from '@/agents/builtin-model/choosing/choose-tool';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';
import { namesDestination } from '@/agents/builtin-model/reading/meant-moment';
import { movesFormally, onlyCannotCome } from './cannot-come';
import { letsGoFor, moves, movesFor } from './related-tools';
import { correctionIn } from './said-pieces';
import { wantsNoOther } from './wants-no-other';

/** By itself it asks how that is. */
const holdsLongId = /[A-Za-z]{2,5}-?\d{4}/;

/** The tool of this name, where it is among these. */
export function toolNamed(name: string | undefined, tools: BoundTool[]): BoundTool | undefined {
  return tools.find((tool) => tool.name === name);
}

/** The tool that a message asks for; a day, an amount or a place in a list alone asks for none. */
export function wantedTool(text: string, tools: BoundTool[]): BoundTool | undefined {
  const isMere = isBareDetail(text) && !holdsLongId.test(text);
  if (isMere) return undefined;
  // Words of correction, and what is put right by them, say nothing of what is wanted.
  const first = correctionIn(text)?.first;
  const tool = (first && chooseTool(first, tools)) || chooseTool(text, tools);
  if (!tool) return undefined;
  if (wantsNoOther(text)) return toolNamed(letsGoFor(tool), tools) ?? tool;
  const isToBeMoved = namesDestination(text) || onlyCannotCome(text);
  if (isToBeMoved) return toolNamed(movesFor(tool), tools) ?? movingMade(tool, text, tools);
  return tool;
}

/** What is formally moved was made before. */
function movingMade(tool: BoundTool, text: string, tools: BoundTool[]): BoundTool {
  const mover = tools.find((each) => moves(each, tool));
  return mover && movesFormally(text) ? mover : tool;
}
