import type { BudgetsView, BudgetView } from '@/lib/shared/models';

/** What holds for a team today, the environment's limit of the desk included; null without a limit. */
export function limitOf(
  { team, dailyMicros }: BudgetView,
  { environmentMicros }: BudgetsView,
): number | null {
  if (team !== '' || environmentMicros === null) return dailyMicros;
  return Math.min(environmentMicros, dailyMicros ?? environmentMicros);
}
