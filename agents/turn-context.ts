import { z } from 'zod';
import { agentContextSchema } from './agent-context';
import type { TurnScope } from './turn-scope';

/** The context of the whole graph: what tools are given, and what only this execution gathers. */
export const turnContextSchema = agentContextSchema.extend({
  // Not by class: Next bundles this module more than once, and each copy has a class of its own.
  scope: z.custom<TurnScope>((value) => typeof value === 'object' && value !== null),
});
export type TurnContext = z.infer<typeof turnContextSchema>;
