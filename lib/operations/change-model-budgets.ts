import { db } from '@/lib/db/client';
import { setBudget } from '@/lib/db/models/model-budgets';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import type { BudgetChanges } from '@/lib/shared/models';

/** Changes what models may cost in a day, all or none; every process hears of it. */
export async function changeModelBudgets(
  changedBy: string,
  { budgets }: BudgetChanges,
): Promise<void> {
  await db().transaction(async (tx) => {
    for (const { team, dailyUsd } of budgets) {
      const dailyMicros = dailyUsd === null ? null : Math.round(dailyUsd * 1e6);
      await setBudget(tx, { team, dailyMicros, changedBy });
    }
    await publish(tx, { type: 'model-budgets-changed' });
  });
  for (const { team, dailyUsd } of budgets) {
    log().info({ event: 'model-budget-changed', team, dailyUsd, by: changedBy });
  }
}
