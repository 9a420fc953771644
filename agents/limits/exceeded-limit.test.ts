import { expect, test } from 'vitest';
import { TurnScope } from '@/agents/turn-scope';
import type { ModelCallRecord } from '@/lib/models/model-call';
import { exceededLimit } from './exceeded-limit';
import { turnLimits } from './turn-limits';

const call: ModelCallRecord = {
  ...{ purpose: 'answer', provider: 'openai', model: 'scripted', outcome: 'ok' },
  ...{ startedAt: new Date(), durationMs: 1, costMicros: 600_000 },
};

test('a turn goes on until what its calls cost reaches what it may cost', () => {
  const scope = new TurnScope();
  scope.modelCalls.push(call, { ...call, costMicros: null }, call, call);
  expect(exceededLimit(scope, turnLimits)).toBeUndefined();
  expect(exceededLimit(scope, { ...turnLimits, costMicros: 1_800_000 })).toBe('cost');
});

test('a specialist that may take less is stopped sooner', () => {
  const scope = new TurnScope();
  scope.calls.model = 2;
  expect(exceededLimit(scope, turnLimits)).toBeUndefined();
  expect(exceededLimit(scope, { ...turnLimits, modelCalls: 2 })).toBe('steps');
});
