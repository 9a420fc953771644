import type { BusinessAnswer } from '@/lib/business/business-answer';

/** Why there is nothing to send as proof: the desk's own no, told by its code. */
const ownRefusals = new Set(['credential_refused', 'credential_unreadable']);

/**
 * The code, as in `tools.faults`, of why a call got no usable answer; undefined where the system
 * answered, with a no as well.
 */
export function faultOfAnswer(answer: BusinessAnswer<unknown>): string | undefined {
  if (answer.outcome === 'unavailable') return answer.reason.replaceAll('-', '_');
  if (answer.outcome === 'ok' || answer.status !== undefined) return undefined;
  return answer.code && ownRefusals.has(answer.code) ? answer.code : undefined;
}
