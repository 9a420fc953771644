import { type BaseMessage, HumanMessage } from '@langchain/core/messages';
import type { ClientTool } from '@langchain/core/tools';
import type { LangGraphRunnableConfig } from '@langchain/langgraph';
import { createAgent, modelFallbackMiddleware } from 'langchain';
import type { GraphState } from './graph-state';
import { knownNow } from './known-now';
import { fallbackModel, modelFor } from './model-for';
import type { Specialist } from './specialist';
import { specialistPrompt } from './specialist-prompt';
import { callPerson } from './tools/call-person';
import { searchKnowledge } from './tools/search-knowledge';
import { type TurnContext, turnContextSchema } from './turn-context';

/** Most model and tool steps of one specialist in one turn. */
const maxSteps = 16;

/** The graph node of a specialist: a model with tools that works on the handed-over task. */
export function specialistNode(specialist: Specialist) {
  const fallback = fallbackModel();
  const agent = createAgent({
    model: modelFor('answer'),
    tools: [...specialist.tools, searchKnowledge, callPerson] as ClientTool[],
    contextSchema: turnContextSchema,
    middleware: fallback ? [modelFallbackMiddleware(fallback), knownNow] : [knownNow],
  });
  return async (state: GraphState, config: LangGraphRunnableConfig<TurnContext>) => {
    const context = turnContextSchema.parse(config.context);
    context.scope.specialist = specialist.name;
    context.scope.instruct = () => specialistPrompt({ specialist, state, context });
    await agent.invoke(
      { messages: messagesFor(state) },
      { ...config, context, recursionLimit: maxSteps },
    );
    return {};
  };
}

/** The conversation, its last message cut to the task: another specialist has the rest of it. */
function messagesFor({ messages, handoff }: GraphState): BaseMessage[] {
  if (!handoff || messages.at(-1)?.text === handoff.task) return messages;
  return [...messages.slice(0, -1), new HumanMessage(handoff.task)];
}
