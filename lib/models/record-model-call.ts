import { db, type Executor } from '@/lib/db/client';
import { insertModelCalls } from '@/lib/db/models/model-calls';
import type { ModelCallRecord } from './model-call';
import { noteSpend, noteStored } from './spend';

/** Stores the calls of a turn, with its end; nothing is asked of the database where there are none. */
export async function storeModelCalls(
  executor: Executor,
  calls: readonly ModelCallRecord[],
): Promise<void> {
  if (calls.length === 0) return;
  await insertModelCalls(executor, calls);
  noteStored(calls);
}

/** Stores a call made outside of a turn, e.g. one that summarises. */
export async function recordModelCall(call: ModelCallRecord): Promise<void> {
  noteSpend(call);
  await storeModelCalls(db(), [call]);
}
