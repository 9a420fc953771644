import { z } from 'zod';
import { specialistNames } from '@/lib/shared/chat';

/** What one agent gives another: the task in words, and what is known, not a guess from history. */
export const handoffSchema = z.object({
  to: z.enum(specialistNames),
  task: z.string(),
  reason: z.string(),
  urgency: z.enum(['normal', 'high']),
  facts: z.record(z.string(), z.string()),
});
export type Handoff = z.infer<typeof handoffSchema>;
