import type { BusinessAnswer } from '@/lib/business/business-answer';
import type { CallFault } from '@/lib/shared/call-fault';

/**
 * Why a call got no usable answer; undefined where the system answered, with a no as well. Where there
 * is nothing to send as proof, that is the desk's own no, told by its code.
 */
export function faultOfAnswer(answer: BusinessAnswer<unknown>): CallFault | undefined {
  if (answer.outcome === 'unavailable') return answer.reason;
  if (answer.outcome === 'ok' || answer.status !== undefined) return undefined;
  const { code } = answer;
  return code === 'credential_refused' || code === 'credential_unreadable' ? code : undefined;
}
