import { type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { Command, END, type LangGraphRunnableConfig, Send } from '@langchain/langgraph';
import type { GraphState } from '@/agents/graph-state';
import type { Handoff } from '@/agents/handoff';
import { exceededLimit } from '@/agents/limits/exceeded-limit';
import { giveUp } from '@/agents/limits/give-up';
import type { Specialist } from '@/agents/specialist';
import { limitsOf, team } from '@/agents/team';
import { handOverArguments, handOverName } from '@/agents/tools/hand-over';
import { parseToolResult } from '@/agents/tools/parse-tool-result';
import { type TurnContext, turnContextSchema } from '@/agents/turn-context';
import type { TurnScope } from '@/agents/turn-scope';
import { TimeOver, withinTime } from '@/lib/within-time';
import { boundModel } from './bound-model';
import { findAway } from './find-away';
import { knownNow } from './known-now';
import { offeredTools } from './offered-tools';
import { callsOf, type ReadReply, readReply } from './read-reply';
import { sortCalls } from './sort-calls';
import { specialistPrompt } from './specialist-prompt';
import { toolsOf } from './specialist-tools';
import type { ToolTask } from './tool-node';

type Config = LangGraphRunnableConfig<TurnContext>;

/**
 * The graph node of the specialist that has the task: one call of its model. It comes back here
 * with the results of the tools that it called, until it answers or gives the task on.
 */
export async function specialistNode(state: GraphState, config: Config): Promise<Command> {
  const context = turnContextSchema.parse(config.context);
  const { scope } = context;
  const specialist = team().find(state.handoff?.to) ?? team().general;
  scope.specialist = specialist.name;
  const givenOn = readGivenOn(state, specialist);
  if (givenOn) return new Command({ goto: 'supervisor', update: { givenOn } });
  const shortfall = exceededLimit(scope, limitsOf(specialist));
  if (shortfall) {
    giveUp(scope, state.messages, shortfall);
    return new Command({ goto: END });
  }
  if (!state.isSmallTalk) await findAway(specialist, scope);
  scope.calls.model += 1;
  const prompt = [
    specialistPrompt({ specialist, state, context }),
    ...messagesFor(state),
    ...knownNow(scope.sources, state.work),
  ];
  // A second look at the documents costs a call before the first word.
  const hasPassages = state.work.length === 0 && (scope.taskPassages?.length ?? 0) > 0;
  const offered = offeredTools(specialist, scope.connected, { ...state, hasPassages });
  const model = boundModel(specialist, offered);
  const spoken = await speakInTime(specialist, scope, config, (own) => model.invoke(prompt, own));
  if (!spoken) {
    giveUp(scope, state.messages, 'time');
    return new Command({ goto: END });
  }
  const reply = readReply(spoken, state.work);
  if (callsOf(reply.message).length > 0) return callTools(reply, specialist, state, context);
  const hasSpoken = [...state.work, reply.message].some(
    ({ type, text }) => type === 'ai' && text.trim(),
  );
  if (!hasSpoken && !scope.escalation) giveUp(scope, state.messages, 'empty');
  return new Command({ goto: isDone(state, context) ? END : 'supervisor' });
}

/** Lets the model speak for as long as its specialist may take; null when that was not enough. */
async function speakInTime<T>(
  { limits }: Specialist,
  { startedAt }: TurnScope,
  config: Config,
  speak: (config: Config) => Promise<T>,
): Promise<T | null> {
  // What holds for every specialist is held for the whole turn already.
  if (limits?.time === undefined) return await speak(config);
  const left = Math.max(startedAt + limits.time - Date.now(), 0);
  try {
    return await withinTime(left, config.signal, (signal) => speak({ ...config, signal }));
  } catch (error) {
    if (error instanceof TimeOver) return null;
    throw error;
  }
}

/** Whether nothing more is to be answered in this turn. */
function isDone({ tasks }: GraphState, { scope }: TurnContext): boolean {
  return tasks.length === 0 || scope.escalation !== undefined || scope.shortfall !== undefined;
}

function callTools(
  reply: ReadReply,
  specialist: Specialist,
  { work }: GraphState,
  { scope }: TurnContext,
): Command {
  scope.calls.bad += reply.refused.length;
  const tools = toolsOf(specialist, scope.connected);
  const { run, answered } = sortCalls(reply.calls, { tools, work, scope });
  const update = { work: [reply.message, ...reply.refused, ...answered] };
  const isTooMuch = scope.calls.tool > limitsOf(specialist).toolCalls;
  if (run.length === 0 || isTooMuch) return new Command({ goto: 'specialist', update });
  const sends = run.map(
    (call) => new Send('tools', { call, specialist: specialist.name } satisfies ToolTask),
  );
  return new Command({ goto: sends, update });
}

/** The handoff that this specialist has just made, if its last call was one that can be made. */
function readGivenOn({ work, handoff }: GraphState, { name }: Specialist): Handoff | undefined {
  const result = work.at(-1);
  if (!ToolMessage.isInstance(result) || result.name !== handOverName) return undefined;
  const call = work.flatMap(callsOf).find(({ id }) => id === result.tool_call_id);
  const payload = handOverArguments.safeParse(call?.args);
  if (!payload.success || parseToolResult(result.text)?.outcome !== 'ok') return undefined;
  return { ...payload.data, from: name, said: handoff?.said ?? handoff?.task };
}

/** The conversation, its last message cut to the task: another specialist has the rest of it. */
function messagesFor({ messages, handoff }: GraphState): BaseMessage[] {
  const said = handoff?.said ?? handoff?.task;
  if (said === undefined || messages.at(-1)?.text === said) return messages;
  return [...messages.slice(0, -1), new HumanMessage(said)];
}
