import type { TurnScope } from '@/agents/turn-scope';
import type { Shortfall } from './shortfall';
import type { TurnLimits } from './turn-limits';

/** The limit that a turn has reached, if any: looked at before each call of a model. */
export function exceededLimit(scope: TurnScope, limits: TurnLimits): Shortfall | undefined {
  const { calls, steps, modelCalls } = scope;
  const tokens = sum(
    steps.map(({ inputTokens = 0, outputTokens = 0 }) => inputTokens + outputTokens),
  );
  const cost = sum(modelCalls.map(({ costMicros }) => costMicros ?? 0));
  if (Date.now() - scope.startedAt >= limits.time) return 'time';
  if (calls.model >= limits.modelCalls) return 'steps';
  if (calls.bad > limits.badCalls) return 'bad-calls';
  if (calls.tool > limits.toolCalls || calls.repeated > limits.repeatedCalls) return 'tools';
  if (tokens >= limits.tokens) return 'tokens';
  return cost >= limits.costMicros ? 'cost' : undefined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
