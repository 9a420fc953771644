import { AppError } from '@/lib/errors';
import { findBudgets } from './find-budgets';
import { spentToday } from './spend';

/**
 * Lets a call of a model go ahead while money for it is left. Costs nothing where no budget is
 * set, and no round trip to the database where one is. Calls under way may still overshoot, and
 * what other processes spend counts some seconds later.
 * @param team the specialist at work; calls without one count for the desk alone
 * @throws AppError `budget_spent` when the desk or the team has spent what it may today
 */
export async function requireBudget({ team }: { team?: string | undefined }): Promise<void> {
  const budgets = await findBudgets();
  if (budgets.size === 0) return;
  const ofDesk = budgets.get('');
  const ofTeam = team ? budgets.get(team) : undefined;
  if (ofDesk === undefined && ofTeam === undefined) return;
  const spent = await spentToday();
  if (ofDesk !== undefined) {
    let all = 0;
    for (const micros of spent.values()) all += micros;
    if (all >= ofDesk) throw new AppError('budget_spent');
  }
  if (team && ofTeam !== undefined && (spent.get(team) ?? 0) >= ofTeam) {
    throw new AppError('budget_spent');
  }
}
