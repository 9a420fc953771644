import { z } from 'zod';

/** The company's one currency. */
export const currency = 'SGD' as const;

/** An amount of money on the wire: decimal text with two places, e.g. "129.00". */
export const amountSchema = z.string().regex(/^-?\d+\.\d{2}$/);

/** Cents as the wire's decimal text. */
export function amount(cents: number): string {
  return (cents / 100).toFixed(2);
}
