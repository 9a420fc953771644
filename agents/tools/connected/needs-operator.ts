import type { ToolSettings } from '@/lib/shared/connections';
import { largestAmount } from './largest-amount';

/**
 * Whether an operator must agree to a call as well: always under `approve`, and from an amount on.
 * What was done before counts as well, so that no sum gets through in pieces. An amount that is not
 * told, or is none, counts as the highest.
 * @param earlier arguments of what the same person had done by the tool within a day
 */
export function needsOperator(
  { risk, approveAbove }: Pick<ToolSettings, 'risk' | 'approveAbove'>,
  args: Record<string, unknown>,
  earlier: readonly unknown[] = [],
): boolean {
  if (risk === 'approve') return true;
  if (!approveAbove) return false;
  const { argument, amount } = approveAbove;
  const sum = [args, ...earlier].reduce<number>(
    (before, each) => before + largestAmount(each, argument),
    0,
  );
  return !Number.isFinite(sum) || sum >= amount;
}
