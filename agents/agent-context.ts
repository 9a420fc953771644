import { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { localeSchema } from '@/lib/locale';

const principalSchema = z.custom<Principal>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && 'id' in value,
);

/**
 * What travels beside a turn through graph and tools, never shown to a model. Identity comes
 * from the session and is never an argument that a model could choose.
 */
export const agentContextSchema = z.looseObject({
  principal: principalSchema,
  conversationId: z.string(),
  turnId: z.string(),
  /** Language of the person's message. */
  locale: localeSchema,
});
export type AgentContext = z.infer<typeof agentContextSchema>;

/** Who calls a tool, and the team whose people stand behind them; tools may be called by nobody. */
export const callerSchema = z.object({
  specialist: z.object({ name: z.string(), teamId: z.string() }).optional(),
});
export type Caller = z.infer<typeof callerSchema>;
