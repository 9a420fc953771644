import { z } from 'zod';
import { agentContextSchema } from './agent-context';
import { TurnScope } from './turn-scope';

/** The context of the whole graph: what tools are given, and what only this execution gathers. */
export const turnContextSchema = agentContextSchema.extend({ scope: z.instanceof(TurnScope) });
export type TurnContext = z.infer<typeof turnContextSchema>;
