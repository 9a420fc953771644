import { z } from 'zod';
import type { TrialResult } from '@/lib/shared/operation-trials';

const silence = z.object({ outcome: z.literal('unavailable'), reason: z.string() });
/** The desk's own: what a system refuses has a status, or says it in words. */
const ownRefusal = z.strictObject({
  outcome: z.literal('refused'),
  code: z.enum(['credential_refused', 'credential_unreadable']),
});
const unanswered = z.union([silence, ownRefusal]);

/** The code, as in `tools.faults`, of why a trial got no usable answer; null where it got one. */
export function unansweredAs({
  isError,
  status,
  shown,
}: NonNullable<TrialResult['response']>): string | null {
  if (!isError || status !== undefined) return null;
  const { data } = unanswered.safeParse(jsonOf(shown));
  if (!data) return null;
  return data.outcome === 'refused' ? data.code : faultOf(data.reason);
}

/** The two ends of the desk that call outside name some reasons in another order of words. */
function faultOf(reason: string): string {
  const swapped = /^(refused|unreadable)-(address|credential)$/.exec(reason);
  return swapped ? `${swapped[2]}_${swapped[1]}` : reason.replaceAll('-', '_');
}

/** Undefined for what is no JSON: it may have been cut. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
