import {
  Command,
  END,
  type LangGraphRunnableConfig,
  START,
  StateGraph,
} from '@langchain/langgraph';
import { search } from '@/knowledge/search';
import type { CaseCategory } from '@/lib/db/cases';
import { processGlobal } from '@/lib/process-global';
import { asksForPerson } from './guards/asks-for-person';
import { complains } from './guards/complains';
import { readConsent } from './guards/consent-words';
import { saysNoSource } from './no-source';
import { pauseSaver } from './pause-saver';
import { specialists } from './registry';
import { routeMessage } from './route-message';
import { type SpecialistName, specialistNode } from './specialist';
import { TurnState } from './state';
import { summarizeForPeople } from './summarize-for-people';
import { type TurnContext, turnContextSchema } from './turn-context';

/** Decides who answers, and looks up what the answer may stand on at the same time. */
async function supervise(state: TurnState, config: LangGraphRunnableConfig<TurnContext>) {
  const { scope, principal } = turnContextSchema.parse(config.context);
  const text = state.messages.at(-1)?.text ?? '';
  const category = reasonForPerson(state, text);
  if (category) {
    scope.escalation = { category, summary: summarizeForPeople(state.messages, state.active) };
    return new Command({ goto: END });
  }
  const startedAt = new Date();
  const searching = retrieve(state, principal, config.signal);
  const routing = routeMessage({
    text,
    active: state.active as SpecialistName | null,
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
  if (!isSmallTalk) scope.addRetrieval({ startedAt, ...found });
  const handoff = { to: route.to, task: text, reason: route.reason, urgency: 'normal', facts: {} };
  return new Command({ goto: route.to, update: { handoff, isSmallTalk } });
}

/** Why a message is for people at once, before any model is asked. */
function reasonForPerson(state: TurnState, text: string): CaseCategory | undefined {
  if (complains(text)) return 'complaint';
  return asksForPerson(text) || acceptsPerson(state) ? 'asked-for-person' : undefined;
}

/** Whether the last answer found nothing and offered a person, and this is a yes to that. */
function acceptsPerson({ messages }: TurnState): boolean {
  const offer = messages.at(-2);
  if (offer?.type !== 'ai' || readConsent(messages.at(-1)?.text ?? '') !== 'yes') return false;
  return saysNoSource(offer.text);
}

/** Searches for the message; a short follow-up that finds nothing is read with the words before it. */
async function retrieve(
  { messages }: TurnState,
  principal: TurnContext['principal'],
  signal?: AbortSignal,
) {
  const said = messages.filter((message) => message.type === 'human').map(({ text }) => text);
  const query = said.at(-1) ?? '';
  const found = await search({ query, principal, signal });
  const before = said.at(-2);
  if (found.isAnswered || !before || query.length > 60) return { query, ...found };
  const both = `${before} ${query}`;
  const together = await search({ query: both, principal, signal });
  return together.isAnswered ? { query: both, ...together } : { query, ...found };
}

function build() {
  const nodes = Object.fromEntries(specialists.map((each) => [each.name, specialistNode(each)]));
  const names = specialists.map(({ name }) => name);
  const graph = new StateGraph(TurnState, turnContextSchema)
    .addNode('supervisor', supervise, { ends: [...names, END] })
    .addNode(nodes)
    .addEdge(START, 'supervisor');
  for (const name of names) graph.addEdge(name as never, END);
  return graph.compile({ checkpointer: pauseSaver() });
}

/** The graph of a turn: the supervisor, and one specialist after it. Made once per process. */
export const turnGraph = () => processGlobal('turn-graph', build);
