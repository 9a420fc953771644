import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { outsideModelName } from './providers';

const dollars = z.number().nonnegative();

/** US dollars per million tokens. */
const priceSchema = z.strictObject({
  input: dollars,
  /** What input from the provider's cache costs; as other input when absent. */
  cachedInput: dollars.optional(),
  output: dollars,
});
export type Price = z.infer<typeof priceSchema>;

const priceListSchema = z.record(
  z.string().regex(outsideModelName, 'name models as MODEL does'),
  priceSchema,
);
/** Prices by the names that `MODEL` takes, e.g. `openai:gpt-x`. */
export type PriceList = z.infer<typeof priceListSchema>;

/**
 * Reads prices from JSON, or from the file of that name.
 * @throws Error that says what to change
 */
export function readPriceList(source: string): PriceList {
  const text = source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8');
  const parsed = priceListSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
}
