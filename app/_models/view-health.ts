import type { listLastCalls } from '@/lib/db/models/model-figures';
import type { listRestingModels } from '@/lib/models/model-links';
import { nameOfModel } from '@/lib/models/model-name';
import type { ChainLink, ModelHealthView } from '@/lib/shared/models';

type LastCalls = Awaited<ReturnType<typeof listLastCalls>>;
type Resting = ReturnType<typeof listRestingModels>;

/**
 * How each model of the chains does, by the last calls of all processes, and by whether this one
 * leaves it alone.
 */
export function viewHealth(
  chains: ChainLink[][],
  lastCalls: LastCalls,
  resting: Resting,
): ModelHealthView[] {
  const named = new Map(chains.flat().map((link) => [nameOfModel(link), link]));
  const outside = [...named.values()].filter(({ provider }) => provider !== 'builtin');
  return outside.map(({ provider, model }) => {
    const isIt = (row: { provider: string; model: string }) =>
      row.provider === provider && row.model === model;
    const last = lastCalls.find(isIt);
    return {
      provider,
      model,
      state: resting.some(isIt) ? 'resting' : stateOf(last),
      lastAnswerAt: last?.answeredAt?.toISOString() ?? null,
      lastFault:
        last?.failedAt && last.fault
          ? { outcome: last.fault, at: last.failedAt.toISOString() }
          : null,
    };
  });
}

function stateOf(last: LastCalls[number] | undefined): ModelHealthView['state'] {
  if (!last) return 'unasked';
  const answered = last.answeredAt?.getTime() ?? 0;
  return answered >= (last.failedAt?.getTime() ?? 0) ? 'answers' : 'fails';
}
