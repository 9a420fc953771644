import {
  Command,
  END,
  type LangGraphRunnableConfig,
  START,
  StateGraph,
} from '@langchain/langgraph';
import type { CaseCategory } from '@/lib/db/cases';
import { processGlobal } from '@/lib/process-global';
import { GraphState } from './graph-state';
import { asksForPerson } from './guards/asks-for-person';
import { complains } from './guards/complains';
import { readConsent } from './guards/consent-words';
import type { Handoff } from './handoff';
import { saysNoSource } from './no-source';
import { specialists } from './registry';
import { retrieveForMessage, retrieveForTask } from './retrieve';
import { routeMessage } from './route-message';
import { specialistNameSchema } from './specialist';
import { specialistNode } from './specialist-node';
import { splitTasks } from './split-tasks';
import { summarizeForPeople } from './summarize-for-people';
import { type TurnContext, turnContextSchema } from './turn-context';
import { pauseSaver } from './turns/pause-saver';

type Config = LangGraphRunnableConfig<TurnContext>;

/** Decides who answers; comes back to it while a message of several requests has more of them. */
async function supervise(state: GraphState, config: Config) {
  if (state.tasks.length > 0) return await handOverNext(state.tasks, config);
  const text = state.messages.at(-1)?.text ?? '';
  const category = reasonForPerson(state, text);
  if (category) {
    const { scope } = turnContextSchema.parse(config.context);
    const guard = { kind: 'guard', name: 'calls-person', detail: { verdict: category } } as const;
    scope.record({ ...guard, startedAt: new Date(), durationMs: 0 });
    scope.escalation = { category, summary: summarizeForPeople(state.messages) };
    return new Command({ goto: END });
  }
  const tasks = splitTasks(text, state.messages.at(-2)?.text);
  return tasks.length > 0 ? await handOverNext(tasks, config) : await handOver(state, text, config);
}

/** Routes a message with one request, and looks up what its answer may stand on at the same time. */
async function handOver(state: GraphState, text: string, config: Config) {
  const { scope, principal } = turnContextSchema.parse(config.context);
  const startedAt = new Date();
  const { messages } = state;
  const cited = scope.citedBefore;
  const searching = retrieveForMessage({ messages, cited, principal, signal: config.signal });
  const routing = routeMessage({
    text,
    // The row may name a specialist of another version.
    active: specialistNameSchema.nullable().catch(null).parse(state.active),
    lastAnswer: state.messages.at(-2)?.text,
    signal: config.signal,
  });
  const [route, found] = await Promise.all([routing, searching]);
  scope.record({
    kind: 'route',
    name: 'supervisor',
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    detail: { ...route, task: text },
  });
  // A question for nobody in particular may still be one that a document answers.
  const isSmallTalk = route.isSmallTalk && !found.isAnswered;
  if (!isSmallTalk) scope.taskPassages = scope.addRetrieval({ startedAt, ...found });
  const handoff = {
    to: route.to,
    task: text,
    question: found.query,
    reason: route.reason,
    urgency: 'normal',
    facts: {},
  };
  return new Command({ goto: route.to, update: { handoff, isSmallTalk } });
}

/** Hands the first of several tasks over, with passages of its own; the others wait their turn. */
async function handOverNext([handoff, ...tasks]: Handoff[], config: Config) {
  if (!handoff) return new Command({ goto: END });
  const { scope, principal } = turnContextSchema.parse(config.context);
  const { to, task, reason } = handoff;
  const startedAt = new Date();
  const found = await retrieveForTask(task, principal, config.signal);
  scope.record({
    kind: 'route',
    name: 'supervisor',
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    detail: { to, by: 'classifier', reason, task },
  });
  scope.taskPassages = scope.addRetrieval({ startedAt, ...found });
  return new Command({ goto: to, update: { handoff, tasks, isSmallTalk: false } });
}

/** After a specialist: back for the next task, unless there is none or a person takes over. */
function afterSpecialist({ tasks }: GraphState, config: Config) {
  const { scope } = turnContextSchema.parse(config.context);
  return tasks.length > 0 && !scope.escalation ? 'supervisor' : END;
}

/** Why a message is for people at once, before any model is asked. */
function reasonForPerson(state: GraphState, text: string): CaseCategory | undefined {
  if (complains(text)) return 'complaint';
  return asksForPerson(text) || acceptsPerson(state) ? 'asked-for-person' : undefined;
}

/** Whether the last answer found nothing and offered a person, and this is a yes to that. */
function acceptsPerson({ messages }: GraphState): boolean {
  const offer = messages.at(-2);
  if (offer?.type !== 'ai' || readConsent(messages.at(-1)?.text ?? '') !== 'yes') return false;
  return saysNoSource(offer.text);
}

function build() {
  const nodes = Object.fromEntries(specialists.map((each) => [each.name, specialistNode(each)]));
  const names = specialists.map(({ name }) => name);
  const graph = new StateGraph(GraphState, turnContextSchema)
    .addNode('supervisor', supervise, { ends: [...names, END] })
    .addNode(nodes)
    .addEdge(START, 'supervisor');
  for (const name of names) {
    graph.addConditionalEdges(name as never, afterSpecialist, ['supervisor', END]);
  }
  return graph.compile({ checkpointer: pauseSaver() });
}

/** The graph of a turn: the supervisor, and a specialist after it for each task. Made once per process. */
export const turnGraph = () => processGlobal('turn-graph', build);
