import { AsyncLocalStorage } from 'node:async_hooks';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import type { Step } from '@/lib/shared/steps';
import type { ModelCallRecord } from './model-call';
import { recordModelCall } from './record-model-call';
import { noteSpend } from './spend';

/** Why the built-in model answered in the place of the one that was asked for. */
export type StandInReason = 'model-fallback' | 'budget-spent';

/** Where the calls made for one turn are gathered. */
export interface ModelCallLog {
  readonly modelCalls: ModelCallRecord[];
  /** The specialist at work: the team whose budget it counts against. */
  specialist?: string | undefined;
  standIn?: StandInReason | undefined;
  /** Hears of each attempt that failed, for the transcript. */
  record: (step: Step) => void;
}

interface TurnOfCalls {
  turnId: string;
  conversationId: string;
  log: ModelCallLog;
}

const storage = () =>
  processGlobal('model-call-log', () => new AsyncLocalStorage<TurnOfCalls | undefined>());

/** Runs what belongs to a turn: every call of a model in it is put into the turn's log. */
export function withModelCalls<T>(turn: TurnOfCalls, run: () => Promise<T>): Promise<T> {
  return storage().run(turn, run);
}

/** The log of the turn that this code runs for; undefined outside of turns. */
export function currentModelCalls(): ModelCallLog | undefined {
  return storage().getStore()?.log;
}

/**
 * Puts a call into the log of its turn, to be stored with its end, or stores it at once.
 * @param logId finds the line that was logged of it, where it failed
 */
export async function keepModelCall(call: ModelCallRecord, logId?: string): Promise<void> {
  const turn = storage().getStore();
  if (turn) {
    const { turnId, conversationId, log: kept } = turn;
    const whole = { ...call, turnId, conversationId, specialist: kept.specialist };
    noteSpend(whole);
    kept.modelCalls.push(whole);
    if (logId !== undefined) kept.record(toStep(call, logId));
    return;
  }
  try {
    await recordModelCall(call);
  } catch (error) {
    // What was answered is not lost because it could not be counted.
    log().error({ event: 'model-call-not-stored', err: error });
  }
}

function toStep({ model, startedAt, durationMs, outcome }: ModelCallRecord, logId: string): Step {
  const detail = { code: `model_${outcome}`, logId };
  return { kind: 'error', name: model, startedAt, durationMs, detail };
}
