import { z } from 'zod';

/**
 * What is known of what an operation does: `reads` and `changes` by its method, which promises it;
 * `said-to-read` where nothing but its MCP server says so, which is a hint; `unknown` where nobody
 * says anything.
 */
export const effectSchema = z.enum(['reads', 'changes', 'said-to-read', 'unknown']);
export type Effect = z.infer<typeof effectSchema>;

/** Whether people may decide that it only reads, and so needs no consent. */
export const mayCountAsReading = (effect: Effect) => effect !== 'changes';

/** An operation, and how it is given to specialists. */
interface Judged {
  effect: Effect;
  tool: { risk: string } | null;
  isChanged: boolean;
}

/**
 * Whether it may be called where nothing must happen by it: to try it out, or to ask what came of
 * another call. Where no method tells, what somebody decided of it counts, for as long as it is what
 * they saw; and what its server says only where nobody decided anything.
 */
export function onlyReads({ effect, tool, isChanged }: Judged): boolean {
  if (effect === 'reads' || effect === 'changes') return effect === 'reads';
  return tool ? tool.risk === 'read' && !isChanged : effect === 'said-to-read';
}
