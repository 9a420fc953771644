import { canonicalJson } from '@/lib/canonical-json';
import { sha256 } from '@/lib/ids';

/**
 * What ties an approval to what was shown: the plan and, where a tool's name alone does not say what
 * it does, what it stands for.
 */
export function planHash({ standsFor }: { standsFor?: unknown }, plan: unknown): string {
  return sha256(canonicalJson(standsFor === undefined ? plan : [standsFor, plan]));
}
