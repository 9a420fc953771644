import { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { localeSchema } from '@/lib/locale';

const principalSchema = z.custom<Principal>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && 'id' in value,
);

/** What every agent and tool knows about the turn it works in. Never shown to a model. */
export const agentContextSchema = z.object({
  principal: principalSchema,
  conversationId: z.string(),
  turnId: z.string(),
  /** Language of the person's message. */
  locale: localeSchema,
});
export type AgentContext = z.infer<typeof agentContextSchema>;
