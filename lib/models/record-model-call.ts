import { db } from '@/lib/db/client';
import { insertModelCalls } from '@/lib/db/model-calls';
import type { ModelCallRecord } from './model-call';

/** Stores a call made outside of a turn, e.g. one that summarises; those of a turn end with it. */
export async function recordModelCall(call: ModelCallRecord): Promise<void> {
  await insertModelCalls(db(), [call]);
}
