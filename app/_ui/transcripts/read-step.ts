import type { z } from 'zod';
import type { TranscriptTurn } from '@/lib/db/transcripts';
import { type StepKind, stepDetailSchemas } from '@/lib/shared/steps';

type StepRow = TranscriptTurn['steps'][number];

/** What a step recorded, by kind; `raw` when its row is of another version of the desk. */
export type StepDetail =
  | { [K in StepKind]: { kind: K; detail: z.infer<(typeof stepDetailSchemas)[K]> } }[StepKind]
  | { kind: 'raw'; detail: unknown };

/** Reads a stored step's detail. */
export function readStep({ kind, detail }: Pick<StepRow, 'kind' | 'detail'>): StepDetail {
  const parsed = stepDetailSchemas[kind].safeParse(detail);
  // The schema was chosen by this very kind, which the compiler cannot follow.
  return parsed.success ? ({ kind, detail: parsed.data } as StepDetail) : { kind: 'raw', detail };
}

/** Where a step lies in its turn: start and width as fractions of the turn's time. */
export function placeStep(
  step: Pick<StepRow, 'startedAt' | 'durationMs'>,
  turn: { startedAt: Date; durationMs: number },
): { start: number; width: number } {
  if (turn.durationMs <= 0) return { start: 0, width: 1 };
  const start = (step.startedAt.getTime() - turn.startedAt.getTime()) / turn.durationMs;
  const clipped = Math.min(Math.max(start, 0), 1);
  return { start: clipped, width: Math.min(step.durationMs / turn.durationMs, 1 - clipped) };
}

/**
 * The span that a turn's steps are drawn on, in milliseconds: from its start to its end, or to
 * its last step's end while it runs. It includes a pause for a person's approval.
 */
export function turnSpan(turn: Pick<TranscriptTurn, 'startedAt' | 'endedAt' | 'steps'>) {
  const ends = turn.steps.map((step) => step.startedAt.getTime() + step.durationMs);
  const end = Math.max(turn.startedAt.getTime(), turn.endedAt?.getTime() ?? 0, ...ends);
  return { startedAt: turn.startedAt, durationMs: end - turn.startedAt.getTime() };
}
