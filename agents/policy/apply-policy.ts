import type { GraphState } from '@/agents/graph-state';
import type { Handoff } from '@/agents/handoff';
import { summarizeForPeople } from '@/agents/summarize-for-people';
import { team } from '@/agents/team';
import type { TurnContext } from '@/agents/turn-context';
import { currentPolicy } from './current-policy';
import { decideByPolicy } from './decide-by-policy';
import type { Decision } from './run-steps';

/**
 * Follows the policy for a message, before it is routed and before any model is asked: says what
 * it says, keeps what it sets, calls a person where it wants one.
 * @returns the task that it hands over, `answered` when nothing is left to do, or null when the
 * message goes its usual way.
 */
export function applyPolicy(
  { messages }: GraphState,
  text: string,
  { scope, principal, locale }: TurnContext,
  isForPerson: () => boolean,
): Handoff | 'answered' | null {
  const startedAt = new Date();
  const { policy } = currentPolicy(team().names);
  const state = scope.policy;
  const person = principal.kind;
  const decision = decideByPolicy(policy, { text, locale, person, state, isForPerson });
  // A question that was not answered now is not asked any more.
  scope.policy = decision?.state ?? (state.waiting ? { ...state, waiting: null } : state);
  if (!decision) return null;
  const { rule, acts, replies, escalation, handoff } = decision;
  scope.record({
    kind: 'policy',
    name: rule.name,
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    detail: { rule: rule.name, line: rule.line, acts },
  });
  for (const reply of replies) scope.say(reply);
  if (escalation) {
    const summary = escalation.summary ?? summarizeForPeople(messages);
    scope.escalation = { ...escalation, summary };
  }
  if (handoff) return toHandoff(handoff, decision);
  return decision.isAnswered ? 'answered' : null;
}

function toHandoff({ to, task }: NonNullable<Decision['handoff']>, { rule }: Decision): Handoff {
  const reason = `the rule ${rule.name}`;
  return { to, task, by: 'policy', reason, urgency: 'normal', facts: {} };
}
