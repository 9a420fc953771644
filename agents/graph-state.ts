import type { BaseMessage } from '@langchain/core/messages';
import { Annotation } from '@langchain/langgraph';
import type { HadTask, Handoff } from './handoff';

/** The graph's state for one turn. */
export const GraphState = Annotation.Root({
  /** The bounded history, the new message last. */
  messages: Annotation<BaseMessage[]>({ reducer: (_, next) => next, default: () => [] }),
  /** The specialist that had the conversation before this turn. */
  active: Annotation<string | null>({ reducer: (_, next) => next, default: () => null }),
  handoff: Annotation<Handoff | null>({ reducer: (_, next) => next, default: () => null }),
  /** What the message asks for beside `handoff`, to be handed over after it, in order. */
  tasks: Annotation<Handoff[]>({ reducer: (_, next) => next, default: () => [] }),
  /** What a specialist gives on, until the supervisor has looked at it. */
  givenOn: Annotation<Handoff | null>({ reducer: (_, next) => next, default: () => null }),
  /** Who had which task of the request at hand, to notice circles. */
  had: Annotation<HadTask[]>({ reducer: (_, next) => next, default: () => [] }),
  /** The specialist's calls of tools and their results for the task at hand; null begins anew. */
  work: Annotation<BaseMessage[], BaseMessage[] | null>({
    reducer: (before, added) => (added === null ? [] : [...before, ...added]),
    default: () => [],
  }),
  /** Whether the person only makes conversation: nothing is looked up then. */
  isSmallTalk: Annotation<boolean>({ reducer: (_, next) => next, default: () => false }),
});
export type GraphState = typeof GraphState.State;
