import { z } from 'zod';
import { keptTraceSchema } from './kept-trace';

const passageScore = z.object({
  chunkId: z.string(),
  documentId: z.string(),
  /** The document's title as it is when the step is read; absent when it was deleted. */
  document: z.string().optional(),
  page: z.number().nullable(),
  score: z.number(),
});

/** The tool by which one specialist gives a request on to another. */
export const handOverTool = 'hand_over';

/** What a turn's step records, by kind. No secrets; message text only where it is the point. */
export const stepDetailSchemas = {
  route: z.object({
    to: z.string(),
    by: z.enum(['kept', 'classifier', 'model', 'policy']),
    confidence: z.number().optional(),
    task: z.string(),
    reason: z.string(),
  }),
  retrieval: z.object({
    query: z.string(),
    confidence: z.number(),
    isAnswered: z.boolean(),
    hits: z.array(passageScore),
    /** How the search went; steps of before this was kept have none. */
    trace: keptTraceSchema.optional(),
  }),
  /** What one specialist gave another; a loop went to people instead. */
  handoff: z.object({
    from: z.string(),
    to: z.string(),
    task: z.string(),
    reason: z.string(),
    urgency: z.string(),
    facts: z.record(z.string(), z.string()),
    isLoop: z.boolean(),
  }),
  model: z.object({ provider: z.string(), model: z.string(), toolCalls: z.array(z.string()) }),
  tool: z.object({ args: z.unknown(), isError: z.boolean(), result: z.string() }),
  guard: z.object({ verdict: z.string() }),
  escalation: z.object({ category: z.string(), caseId: z.string() }),
  error: z.object({ code: z.string(), logId: z.string() }),
  /** A rule of the dialogue policy, where it stood in its file, and what it did: never what was said. */
  policy: z.object({ rule: z.string(), line: z.number(), acts: z.array(z.string()) }),
} as const;

export type StepKind = keyof typeof stepDetailSchemas;

type StepOf<K extends StepKind> = {
  kind: K;
  name: string;
  detail: z.infer<(typeof stepDetailSchemas)[K]>;
  startedAt: Date;
  durationMs: number;
  inputTokens?: number;
  outputTokens?: number;
};

/** One recorded step of a turn. */
export type Step = { [K in StepKind]: StepOf<K> }[StepKind];
