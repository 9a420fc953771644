import type { BaseMessage } from '@langchain/core/messages';
import { summarizeForPeople } from '@/agents/summarize-for-people';
import type { TurnScope } from '@/agents/turn-scope';
import { type Shortfall, shortfalls } from './shortfall';

/** Notes why a turn ends before everything is answered, and calls a person where only one can help. */
export function giveUp(scope: TurnScope, messages: BaseMessage[], shortfall: Shortfall): void {
  scope.shortfall ??= shortfall;
  const { errorCode, needsPerson } = shortfalls[shortfall];
  const guard = { kind: 'guard', name: 'limit', detail: { verdict: errorCode } } as const;
  scope.record({ ...guard, startedAt: new Date(), durationMs: 0 });
  if (!needsPerson) return;
  scope.escalation ??= { category: 'turn-failed', summary: summarizeForPeople(messages) };
}
