import {
  Command,
  END,
  type LangGraphRunnableConfig,
  START,
  StateGraph,
} from '@langchain/langgraph';
import type { CaseCategory } from '@/lib/db/conversations/cases';
import { processGlobal } from '@/lib/process-global';
import type { Step } from '@/lib/shared/steps';
import { GraphState } from './graph-state';
import { asksForPerson } from './guards/asks-for-person';
import { complains } from './guards/complains';
import { readConsent } from './guards/consent-words';
import { firstHad, goesInCircles, type Handoff, handoffsIn, withHandoff } from './handoff';
import { giveUp } from './limits/give-up';
import { offersPerson } from './offers-person';
import { applyPolicy } from './policy/apply-policy';
import { retrieveForMessage, retrieveForTask } from './retrieve';
import { joinParts } from './routing/join-parts';
import { routeMessage } from './routing/route-message';
import { splitByTools } from './routing/split-by-tools';
import { splitTasks } from './routing/split-tasks';
import { summarizeForPeople } from './summarize-for-people';
import { limitsOf, team } from './team';
import { type TurnContext, turnContextSchema } from './turn-context';
import type { TurnScope } from './turn-scope';
import { pauseSaver } from './turns/pause-saver';
import { specialistNode } from './work/specialist-node';
import { toolNode } from './work/tool-node';

type Config = LangGraphRunnableConfig<TurnContext>;

/**
 * Decides who answers. Comes back to it while a message of several requests has more of them, and
 * when a specialist gives its task on.
 */
async function supervise(state: GraphState, config: Config) {
  const context = turnContextSchema.parse(config.context);
  if (state.givenOn) return await giveOn(state, state.givenOn, context, config.signal);
  if (state.tasks.length > 0) return await handOverNext(state.tasks, context, config.signal);
  const text = state.messages.at(-1)?.text ?? '';
  const isForPerson = () => reasonForPerson(state, text) !== undefined;
  const ruled = applyPolicy(state, text, context, isForPerson);
  if (ruled === 'answered') return new Command({ goto: END });
  if (ruled) return await handOverNext([ruled], context, config.signal);
  const isForPeople = callPeople(state, text, context);
  if (isForPeople) return new Command({ goto: END });
  const tasks = joinParts(splitTasks(text, state.messages.at(-2)?.text));
  return tasks.length > 0
    ? await handOverNext(tasks, context, config.signal)
    : await handOver(state, text, context, config.signal);
}

/** Calls a person where the message is for one, before any model is asked. */
function callPeople(state: GraphState, text: string, { scope }: TurnContext): boolean {
  const category = reasonForPerson(state, text);
  if (!category) return false;
  const guard = { kind: 'guard', name: 'calls-person', detail: { verdict: category } } as const;
  scope.record({ ...guard, startedAt: new Date(), durationMs: 0 });
  scope.escalation = { category, summary: summarizeForPeople(state.messages) };
  return true;
}

/** Routes a message with one request, and looks up what its answer may stand on at the same time. */
async function handOver(
  state: GraphState,
  text: string,
  context: TurnContext,
  signal?: AbortSignal,
) {
  const { scope, principal } = context;
  const startedAt = new Date();
  const { messages } = state;
  const cited = scope.citedBefore;
  const searching = retrieveForMessage({ messages, cited, principal, signal });
  const routing = routeMessage({
    text,
    // The row may name a specialist of another version.
    active: team().find(state.active)?.name ?? null,
    lastAnswer: state.messages.at(-2)?.text,
    connected: scope.connected,
    signal,
  });
  const [{ tasks, ...route }, found] = await Promise.all([routing, searching]);
  const several = tasks ?? splitByTools(text, route.to, scope.connected);
  if (several.length > 1) return await handOverNext(several, context, signal);
  recordRoute(scope, startedAt, { ...route, task: text });
  // A question for nobody in particular may still be one that a document answers.
  const isSmallTalk = route.isSmallTalk && !found.isAnswered;
  const isRead = !isSmallTalk && readsDocuments(route.to);
  scope.taskPassages = isRead ? scope.addRetrieval({ startedAt, ...found }) : [];
  const { to, reason } = route;
  const known = { urgency: 'normal', facts: scope.policy.variables } as const;
  const handoff: Handoff = { to, task: text, question: found.query, reason, ...known };
  return begin(handoff, { isSmallTalk });
}

/** Hands the first of several tasks over, with passages of its own; the others wait their turn. */
async function handOverNext(
  [handoff, ...tasks]: Handoff[],
  context: TurnContext,
  signal?: AbortSignal,
) {
  if (!handoff) return new Command({ goto: END });
  const { to, task, reason } = handoff;
  const startedAt = new Date();
  await lookUp(handoff, context, signal);
  recordRoute(context.scope, startedAt, { to, by: handoff.by ?? 'classifier', reason, task });
  const facts = { ...context.scope.policy.variables, ...handoff.facts };
  return begin({ ...handoff, facts }, { tasks, isSmallTalk: false });
}

/** Gives a task on from one specialist to another, or to people when it goes in circles. */
async function giveOn(
  { had, messages, handoff: before }: GraphState,
  handoff: Handoff,
  context: TurnContext,
  signal?: AbortSignal,
) {
  const { scope } = context;
  const startedAt = new Date();
  const giver = team().find(handoff.from) ?? team().general;
  const isLoop = goesInCircles(handoff, had) || handoffsIn(had) >= limitsOf(giver).handoffs;
  const isSameQuestion = handoff.task === before?.task && scope.taskPassages !== undefined;
  if (!(isLoop || isSameQuestion)) await lookUp(handoff, context, signal);
  const { from = giver.name, to, task, reason, urgency, facts } = handoff;
  scope.record({
    kind: 'handoff',
    name: to,
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    detail: { from, to, task, reason, urgency, facts, isLoop },
  });
  if (isLoop) {
    giveUp(scope, messages, 'handoffs');
    return new Command({ goto: END, update: { givenOn: null } });
  }
  const question = isSameQuestion ? before.question : undefined;
  return begin({ ...handoff, question }, { givenOn: null, had: withHandoff(had, handoff) });
}

/** Sends the graph to the specialist of a task, which begins it with nothing done. */
function begin(handoff: Handoff, update: Partial<GraphState>) {
  const had = [firstHad(handoff)];
  return new Command({ goto: 'specialist', update: { had, ...update, handoff, work: null } });
}

/** Finds what the answer to a task may stand on. */
async function lookUp(
  { to, task }: Handoff,
  { scope, principal }: TurnContext,
  signal?: AbortSignal,
): Promise<void> {
  const startedAt = new Date();
  if (!readsDocuments(to)) scope.taskPassages = [];
  else {
    const found = await retrieveForTask(task, principal, signal);
    scope.taskPassages = scope.addRetrieval({ startedAt, ...found });
  }
}

const readsDocuments = (specialist: string) => team().find(specialist)?.knowledge !== 'none';

function recordRoute(
  scope: TurnScope,
  startedAt: Date,
  detail: Extract<Step, { kind: 'route' }>['detail'],
): void {
  const durationMs = Date.now() - startedAt.getTime();
  scope.record({ kind: 'route', name: 'supervisor', startedAt, durationMs, detail });
}

/** Why a message is for people at once, before any model is asked. */
function reasonForPerson(state: GraphState, text: string): CaseCategory | undefined {
  if (complains(text)) return 'complaint';
  return asksForPerson(text) || acceptsPerson(state) ? 'asked-for-person' : undefined;
}

/** Whether the last answer offered a person, and this is a yes to that. */
function acceptsPerson({ messages }: GraphState): boolean {
  const offer = messages.at(-2);
  if (offer?.type !== 'ai' || readConsent(messages.at(-1)?.text ?? '') !== 'yes') return false;
  return offersPerson(offer.text);
}

/** Steps of the graph in one turn: far more than the limits of a turn let it take. */
const recursionLimit = 200;

function build() {
  return new StateGraph(GraphState, turnContextSchema)
    .addNode('supervisor', supervise, { ends: ['specialist', END] })
    .addNode('specialist', specialistNode, { ends: ['supervisor', 'specialist', 'tools', END] })
    .addNode('tools', toolNode)
    .addEdge(START, 'supervisor')
    .addEdge('tools', 'specialist')
    .compile({ checkpointer: pauseSaver() })
    .withConfig({ recursionLimit });
}

/**
 * The graph of a turn: the supervisor, the specialist that has the task, and its tools. It is the
 * same for every team. Made once per process.
 */
export const turnGraph = () => processGlobal('turn-graph', build);
