import type { ToolMessage } from '@langchain/core/messages';
import type { ToolCall } from '@langchain/core/messages/tool';
import { ToolInputParsingException } from '@langchain/core/tools';
import { isGraphBubbleUp, type LangGraphRunnableConfig } from '@langchain/langgraph';
import { team } from '@/agents/team';
import type { ToolResult } from '@/agents/tools/tool-result';
import { type TurnContext, turnContextSchema } from '@/agents/turn-context';
import type { TurnScope } from '@/agents/turn-scope';
import { log } from '@/lib/log';
import { generalTeam } from '@/lib/operations/case-rules';
import { toolAnswer } from './read-reply';
import { note } from './sort-calls';
import { toolsOf } from './specialist-tools';

/** One call that a specialist made. */
export interface ToolTask {
  call: ToolCall;
  specialist: string;
}

const goneResult = ({ connected }: TurnScope): ToolResult =>
  connected.isUnreadable ? { outcome: 'unavailable' } : { outcome: 'unknown_tool', is_gone: true };

/**
 * The graph node that runs one call of a tool: those of one reply run side by side, and one that
 * waits for consent keeps none of the others from being kept.
 */
export async function toolNode(task: ToolTask, config: LangGraphRunnableConfig<TurnContext>) {
  return { work: [await run(task, config)] };
}

async function run(
  { call, specialist }: ToolTask,
  config: LangGraphRunnableConfig<TurnContext>,
): Promise<ToolMessage> {
  const { scope } = turnContextSchema.parse(config.context);
  const working = team().find(specialist) ?? team().general;
  const tool = toolsOf(working, scope.connected).find(({ name }) => name === call.name);
  // It was there when the turn paused, or when it was called for.
  if (!tool) return toolAnswer(call, goneResult(scope));
  try {
    const own = { name: working.name, teamId: working.team ?? generalTeam };
    const context = { ...config.context, specialist: own };
    return await tool.invoke({ ...call, type: 'tool_call' as const }, { ...config, context });
  } catch (error) {
    if (isGraphBubbleUp(error as Error) || config.signal?.aborted) throw error;
    if (error instanceof ToolInputParsingException) {
      scope.calls.bad += 1;
      note(scope, 'bad-arguments', call.name);
      return toolAnswer(call, { outcome: 'bad_arguments', reason: error.message });
    }
    log().error({ event: 'tool-failed', tool: call.name, err: error });
    return toolAnswer(call, { outcome: 'unavailable' });
  }
}
