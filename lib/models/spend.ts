import { findSpendSince } from '@/lib/db/models/model-spend';
import { deskDay } from '@/lib/desk-clock';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import type { ModelCallRecord } from './model-call';

/** Millionths of a US dollar by team; calls without a specialist stand under the empty name. */
export type Spend = ReadonlyMap<string, number>;

/** A call that the sums read last may not hold yet. */
interface OwnCall {
  notedAt: number;
  isStored?: true;
}

interface Known {
  day: number;
  readAt: number;
  sums: Spend;
  reading?: Promise<void>;
  own: Map<ModelCallRecord, OwnCall>;
}

/** From this age on, in ms, sums are read again behind the caller's back, or while it waits. */
const staleAfter = 3_000;
const uselessAfter = 30_000;
/** After this long, in ms, the turn of a call that was never stored has died. */
const lostAfter = 30 * 60_000;

const known = () =>
  processGlobal<Known>('model-spend', () => ({
    day: 0,
    readAt: 0,
    sums: new Map(),
    own: new Map(),
  }));

/** Counts a call of this process as soon as it has ended, long before its turn is stored. */
export function noteSpend(call: ModelCallRecord): void {
  const { own, readAt } = known();
  // Where no budget is asked for nothing is remembered, or it would be for ever.
  if (!call.costMicros || Date.now() - readAt > uselessAfter) return;
  own.set(call, { notedAt: Date.now() });
}

/** These calls stand in the database: sums read from now on hold them. */
export function noteStored(calls: readonly ModelCallRecord[]): void {
  for (const call of calls) {
    const own = known().own.get(call);
    if (own) own.isStored = true;
  }
}

/**
 * What was spent since the desk's day began. Read from the database every few seconds at most,
 * with what this process spent since: calls of other processes count some seconds late.
 */
export async function spentToday(): Promise<Spend> {
  const state = known();
  const age = Date.now() - state.readAt;
  const isToday = state.day === deskDay(new Date()).getTime();
  if (!isToday || age > uselessAfter) await read(state);
  else if (age > staleAfter) readAside(state);
  const spent = new Map(state.sums);
  for (const { specialist = '', costMicros, startedAt } of state.own.keys()) {
    if (startedAt.getTime() < state.day) continue;
    spent.set(specialist, (spent.get(specialist) ?? 0) + (costMicros ?? 0));
  }
  return spent;
}

function readAside(state: Known): void {
  read(state).catch((error: unknown) => {
    log().warn(
      { event: 'model-spend-unread', err: error },
      'the spend of today is some seconds old',
    );
  });
}

function read(state: Known): Promise<void> {
  state.reading ??= readSums(state).finally(() => {
    state.reading = undefined;
  });
  return state.reading;
}

async function readSums(state: Known): Promise<void> {
  const startedAt = Date.now();
  const day = deskDay(new Date(startedAt));
  const counted = [...state.own].filter(([, { notedAt, isStored }]) => {
    return isStored || notedAt < startedAt - lostAfter;
  });
  state.sums = await findSpendSince(day);
  state.day = day.getTime();
  state.readAt = startedAt;
  for (const [call] of counted) state.own.delete(call);
}
