import { z } from 'zod';
import { specialistNameSchema } from './specialist';

/** What one agent gives another: the task in words, and what is known, not a guess from history. */
export const handoffSchema = z.object({
  to: specialistNameSchema,
  task: z.string(),
  reason: z.string(),
  urgency: z.enum(['normal', 'high']),
  facts: z.record(z.string(), z.string()),
});
export type Handoff = z.infer<typeof handoffSchema>;
