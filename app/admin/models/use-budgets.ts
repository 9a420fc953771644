import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import { useSubmit } from '@/app/_ui/use-submit';
import { type BudgetsView, budgetsViewSchema, maxBudget } from '@/lib/shared/models';

type Typed = Record<string, number | string>;

/** The stored budgets as this page knows them, what is typed in their place, and the way to save it. */
export function useBudgets(initial: BudgetsView) {
  const t = useTranslations('models.budgets');
  const [view, setView] = useState(initial);
  const [typed, setTyped] = useState<Typed>(() => toTyped(initial));
  const [isSaved, setIsSaved] = useState(false);
  const { submit, isBusy, problem, setProblem } = useSubmit();

  function type(team: string, value: number | string): void {
    setTyped((before) => ({ ...before, [team]: value }));
    setIsSaved(false);
    setProblem(null);
  }

  async function save(): Promise<void> {
    const before = toTyped(view);
    const changed = Object.entries(typed).filter(([team, value]) => before[team] !== value);
    const budgets = changed.map(([team, value]) => ({
      team,
      dailyUsd: value === '' ? null : Number(value),
    }));
    const isWrong = budgets.some(({ dailyUsd }) => {
      return dailyUsd !== null && !(dailyUsd >= 0 && dailyUsd <= maxBudget);
    });
    if (isWrong) return setProblem(t('wrong', { max: maxBudget }));
    await submit(async () => {
      if (budgets.length > 0) {
        const init = { ...jsonBody({ budgets }), method: 'PUT' };
        const stored = await requestJson(budgetsViewSchema, '/api/models/budgets', init);
        setView(stored);
        setTyped(toTyped(stored));
      }
      setIsSaved(true);
    });
  }

  return { view, typed, type, save, isBusy, problem, isSaved };
}

function toTyped({ budgets }: BudgetsView): Typed {
  return Object.fromEntries(
    budgets.map(({ team, dailyMicros }) => [team, dailyMicros === null ? '' : dailyMicros / 1e6]),
  );
}
