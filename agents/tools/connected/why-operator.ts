import type { OperatorReason } from '@/lib/shared/actions';
import type { ToolSettings } from '@/lib/shared/connections';
import { largestAmount } from './largest-amount';

/**
 * Why an operator must agree to a call as well: from an amount on. What was done before counts as
 * well, so that no sum gets through in pieces. An amount that is not told, or is none, counts as the
 * highest.
 * @param earlier arguments of what the same person had done by the tool within a day
 * @returns null where none must
 */
export function whyOperator(
  { argument, amount: limit }: NonNullable<ToolSettings['approveAbove']>,
  args: Record<string, unknown>,
  earlier: readonly unknown[] = [],
): OperatorReason | null {
  const sum = largestAmount(args, argument);
  const before = earlier.reduce<number>((all, each) => all + largestAmount(each, argument), 0);
  // No figure tells whether it is below a limit, and JSON knows none beyond all.
  if (!Number.isFinite(sum + before)) return { kind: 'no-sum', limit };
  return sum + before >= limit ? { kind: 'sum-of-day', sum, before, limit } : null;
}
