import type { listLastCalls } from '@/lib/db/model-figures';
import type { modelHealth } from '@/lib/models/model-health';
import type { ChainLink, ModelHealthView } from '@/lib/shared/models';
import { nameOf } from './model-chain';

type LastCalls = Awaited<ReturnType<typeof listLastCalls>>;
type Watched = ReturnType<typeof modelHealth>;

/**
 * How each model of the chains does, by the last calls of all processes, and by whether this one
 * leaves it alone.
 */
export function viewHealth(
  chains: ChainLink[][],
  lastCalls: LastCalls,
  watched: Watched,
): ModelHealthView[] {
  const named = new Map(chains.flat().map((link) => [nameOf(link), link]));
  const outside = [...named.values()].filter(({ provider }) => provider !== 'builtin');
  return outside.map(({ provider, model }) => {
    const isIt = (row: { provider: string; model: string }) =>
      row.provider === provider && row.model === model;
    const last = lastCalls.find(isIt);
    const isResting = watched.some((one) => isIt(one) && one.state !== 'closed');
    return {
      provider,
      model,
      state: isResting ? 'resting' : stateOf(last),
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
