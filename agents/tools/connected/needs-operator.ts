import type { ToolSettings } from '@/lib/shared/connections';

/**
 * Whether an operator must agree to a call as well: always under `approve`, and from an amount on.
 * An amount that is not told, or is none, counts as the highest.
 */
export function needsOperator(
  { risk, approveAbove }: Pick<ToolSettings, 'risk' | 'approveAbove'>,
  args: Record<string, unknown>,
): boolean {
  if (risk === 'approve') return true;
  if (!approveAbove) return false;
  const amount = amountOf(args, approveAbove.argument);
  return !Number.isFinite(amount) || Math.abs(amount) >= approveAbove.amount;
}

/** @param path of the argument, with dots where it lies in another */
function amountOf(args: unknown, path: string): number {
  const value = path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null
          ? (inner as Record<string, unknown>)[key]
          : undefined,
      args,
    );
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
