import { Annotation, MessagesAnnotation } from '@langchain/langgraph';
import type { Handoff } from './handoff';

/** The graph's state for one turn; `messages` is the bounded history, the new message last. */
export const GraphState = Annotation.Root({
  ...MessagesAnnotation.spec,
  /** The specialist that had the conversation before this turn. */
  active: Annotation<string | null>(),
  handoff: Annotation<Handoff | null>({ reducer: (_, next) => next, default: () => null }),
  /** What the message asks for beside `handoff`, to be handed over after it, in order. */
  tasks: Annotation<Handoff[]>({ reducer: (_, next) => next, default: () => [] }),
  /** Whether the person only makes conversation: nothing is looked up then. */
  isSmallTalk: Annotation<boolean>({ reducer: (_, next) => next, default: () => false }),
});
export type GraphState = typeof GraphState.State;
