import { eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema/identity';
import { modelBudgets } from '@/drizzle/schema/models';
import { db, type Executor } from '../client';

/** Who may spend how much in a day, in millionths of a US dollar; the empty team is the whole desk. */
export async function listBudgets() {
  const { team, dailyMicros, changedAt } = modelBudgets;
  return await db()
    .select({ team, dailyMicros, changedAt, by: users.name, email: users.email })
    .from(modelBudgets)
    .leftJoin(users, eq(users.id, modelBudgets.changedBy));
}

/** Sets the budget of a team, or takes it away where there is none. */
export async function setBudget(
  executor: Executor,
  change: { team: string; dailyMicros: number | null; changedBy: string },
): Promise<void> {
  const { team, dailyMicros, changedBy } = change;
  if (dailyMicros === null) {
    await executor.delete(modelBudgets).where(eq(modelBudgets.team, team));
    return;
  }
  const stored = { team, dailyMicros, changedBy, changedAt: new Date() };
  await executor
    .insert(modelBudgets)
    .values(stored)
    .onConflictDoUpdate({ target: modelBudgets.team, set: stored });
}
