import type { z } from 'zod';
import type { TranscriptTurn } from '@/lib/db/conversations/transcripts';
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

interface Interval {
  from: number;
  to: number;
}

/** The time that a turn's steps are drawn on, in milliseconds; waiting for consent is left out. */
export interface TurnSpan {
  startedAt: Date;
  durationMs: number;
  /** How long the turn waited for the person's consent, all in all. */
  waitedMs: number;
  waits: Interval[];
}

/** Where a step lies in its turn: start and width as fractions of the turn's time. */
export function placeStep(
  step: Pick<StepRow, 'startedAt' | 'durationMs'>,
  turn: TurnSpan,
): { start: number; width: number } {
  if (turn.durationMs <= 0) return { start: 0, width: 1 };
  const at = step.startedAt.getTime();
  const waited = sum(turn.waits.map(({ from, to }) => Math.min(to, at) - from));
  const start = (at - turn.startedAt.getTime() - waited) / turn.durationMs;
  const clipped = Math.min(Math.max(start, 0), 1);
  return { start: clipped, width: Math.min(step.durationMs / turn.durationMs, 1 - clipped) };
}

/** The span of a turn: from its start to its end, or to its last step's end while it runs. */
export function turnSpan(
  turn: Pick<TranscriptTurn, 'startedAt' | 'endedAt' | 'steps' | 'actions'>,
): TurnSpan {
  const { startedAt, endedAt, steps, actions } = turn;
  const ends = steps.map((step) => step.startedAt.getTime() + step.durationMs);
  const end = Math.max(startedAt.getTime(), endedAt?.getTime() ?? 0, ...ends);
  const waits = join(
    actions.map(({ createdAt, decidedAt }) => ({
      from: createdAt.getTime(),
      to: Math.min(decidedAt?.getTime() ?? end, end),
    })),
  );
  const waitedMs = sum(waits.map(({ from, to }) => to - from));
  return { startedAt, durationMs: end - startedAt.getTime() - waitedMs, waitedMs, waits };
}

/** Actions of one step wait together: what overlaps counts once. */
function join(intervals: Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) joined.push({ from, to });
  }
  return joined;
}

/** Adds up what is above zero. */
function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + Math.max(number, 0), 0);
}
