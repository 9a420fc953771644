import { asc, count, eq } from 'drizzle-orm';
import { steps } from '@/drizzle/schema/conversations';
import type { Step } from '@/lib/shared/steps';
import { db, type Executor, type Transaction } from './client';

/** Adds steps after those that the turn already has. */
export async function appendSteps(tx: Transaction, turnId: string, added: Step[]): Promise<void> {
  if (added.length === 0) return;
  const first = await countSteps(tx, turnId);
  await tx
    .insert(steps)
    .values(added.map((step, index) => ({ ...step, turnId, seq: first + index })));
}

async function countSteps(executor: Executor, turnId: string): Promise<number> {
  const [row] = await executor
    .select({ count: count() })
    .from(steps)
    .where(eq(steps.turnId, turnId));
  return row?.count ?? 0;
}

/** The steps of a turn, in order. */
export async function listSteps(turnId: string) {
  return await db().select().from(steps).where(eq(steps.turnId, turnId)).orderBy(asc(steps.seq));
}
