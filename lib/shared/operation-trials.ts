import { z } from 'zod';

/** Body of `POST /api/connections/:id/try`. */
export const trialRequestSchema = z.object({
  operationId: z.string(),
  arguments: z.record(z.string(), z.unknown()),
  /** Whom to call for, where calls say so. */
  as: z.string().max(200).optional(),
  /** Only shows what would be sent. What is not safe is never sent from here. */
  isDryRun: z.boolean(),
  outputs: z.array(z.string()).max(100).optional(),
});
export type TrialRequest = z.infer<typeof trialRequestSchema>;

/** Its answer. Secrets are replaced by dots. */
export const trialResultSchema = z.object({
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().optional(),
  }),
  /** Absent for a dry run. */
  response: z
    .object({
      status: z.number().int().optional(),
      /** What a model would be told. */
      shown: z.string(),
      durationMs: z.number(),
      isError: z.boolean(),
      /** Why there was no usable answer: a code of `tools.faults`. */
      fault: z.string().optional(),
    })
    .optional(),
});
export type TrialResult = z.infer<typeof trialResultSchema>;

/** A call that somebody sent to try an operation out. */
export const sentTrialSchema = z.object({
  operationId: z.string(),
  /** The name of who sent it; null where the account is gone. */
  by: z.string().nullable(),
  /** In whose name, as it was entered; null where it was for nobody. */
  calledAs: z.string().nullable(),
  at: z.string(),
});
export type SentTrial = z.infer<typeof sentTrialSchema>;
