import { processGlobal } from '@/lib/process-global';
import type { BreakerState } from './breaker';
import type { ModelOutcome } from './model-call';
import type { OutsideModel } from './model-name';

/** How many answers the times are told of. */
const kept = 100;

/** How one model has done in this process. Times are milliseconds. */
export interface ModelHealth extends OutsideModel {
  state: BreakerState;
  lastOutcome: ModelOutcome | null;
  lastCallAt: Date | null;
  lastOkAt: Date | null;
  /** Of whole answers. */
  p50: number | null;
  p95: number | null;
  /** Until their first word. */
  firstTokenP50: number | null;
  firstTokenP95: number | null;
}

/** What is remembered of a model's calls. */
export class ModelMemory {
  lastOutcome: ModelOutcome | null = null;
  lastCallAt: Date | null = null;
  lastOkAt: Date | null = null;
  private readonly durations: number[] = [];
  private readonly firstTokens: number[] = [];
  private answers = 0;

  note(call: {
    outcome: ModelOutcome;
    durationMs: number;
    firstTokenMs?: number | undefined;
  }): void {
    // What was given up tells nothing of the model.
    if (call.outcome === 'aborted') return;
    this.lastOutcome = call.outcome;
    this.lastCallAt = new Date();
    if (call.outcome !== 'ok') return;
    this.lastOkAt = this.lastCallAt;
    this.durations[this.answers % kept] = call.durationMs;
    this.firstTokens[this.answers % kept] = call.firstTokenMs ?? call.durationMs;
    this.answers += 1;
  }

  times() {
    return {
      p50: percentile(this.durations, 0.5),
      p95: percentile(this.durations, 0.95),
      firstTokenP50: percentile(this.firstTokens, 0.5),
      firstTokenP95: percentile(this.firstTokens, 0.95),
    };
  }
}

function percentile(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

/** The models of this process by name; each tells how it does. */
export const watchedModels = () =>
  processGlobal('watched-models', () => new Map<string, () => ModelHealth>());

/** How every model that was called from this process does. */
export function modelHealth(): ModelHealth[] {
  return [...watchedModels().values()].map((tell) => tell());
}
