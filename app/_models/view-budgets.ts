import { team } from '@/agents/team';
import { listBudgets } from '@/lib/db/models/model-budgets';
import { findSpendSince } from '@/lib/db/models/model-spend';
import { deskDay, deskZone } from '@/lib/desk-clock';
import { environmentBudget } from '@/lib/models/find-budgets';
import type { BudgetsView } from '@/lib/shared/models';

/** What the desk and each specialist may spend in a day, and have spent today. */
export async function viewBudgets(): Promise<BudgetsView> {
  const [rows, spent] = await Promise.all([listBudgets(), findSpendSince(deskDay(new Date()))]);
  const all = [...spent.values()].reduce((sum, micros) => sum + micros, 0);
  const budgets = ['', ...budgetTeams()].map((team) => {
    const row = rows.find((one) => one.team === team);
    return {
      team,
      dailyMicros: row?.dailyMicros ?? null,
      spentMicros: team === '' ? all : (spent.get(team) ?? 0),
      changed: row ? { by: row.by ?? row.email, at: row.changedAt.toISOString() } : null,
    };
  });
  return { budgets, environmentMicros: environmentBudget(), zone: deskZone() };
}

/** The teams that a budget can be set for: one per specialist. */
export function budgetTeams(): string[] {
  return team().names;
}
