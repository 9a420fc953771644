import { listBudgets } from '@/lib/db/models/model-budgets';
import { env } from '@/lib/env';
import { onEventsLost, subscribe } from '@/lib/events/bus';
import { processGlobal } from '@/lib/process-global';

/** What may be spent in a day, in millionths of a US dollar, by team; empty: the whole desk. */
export type Budgets = ReadonlyMap<string, number>;

interface Known {
  budgets?: Promise<Budgets>;
  following?: Promise<unknown>;
}

/** The desk's budget by the environment, in millionths of a US dollar; null when there is none. */
export function environmentBudget(): number | null {
  const { MODEL_DAILY_BUDGET_USD } = env();
  return MODEL_DAILY_BUDGET_USD === undefined ? null : Math.round(MODEL_DAILY_BUDGET_USD * 1e6);
}

/**
 * The budgets that hold. Every call of a model asks, so they are read from PostgreSQL once and
 * again after each change, which every process hears of. Where the environment and the page both
 * limit the desk, the lower limit holds.
 */
export async function findBudgets(): Promise<Budgets> {
  const known = processGlobal<Known>('model-budgets', () => ({}));
  known.following ??= follow(known).catch((error: unknown) => {
    known.following = undefined;
    throw error;
  });
  await known.following;
  known.budgets ??= readBudgets().catch((error: unknown) => {
    forget(known);
    throw error;
  });
  return known.budgets;
}

async function readBudgets(): Promise<Budgets> {
  const rows = await listBudgets();
  const budgets = new Map(rows.map(({ team, dailyMicros }) => [team, dailyMicros]));
  const fixed = environmentBudget();
  if (fixed !== null) budgets.set('', Math.min(fixed, budgets.get('') ?? fixed));
  return budgets;
}

/** Events must arrive for certain before anything is remembered. */
async function follow(known: Known): Promise<void> {
  await subscribe((event) => {
    if (event.type === 'model-budgets-changed') forget(known);
  });
  onEventsLost(() => forget(known));
}

function forget(known: Known): void {
  known.budgets = undefined;
}
