import { env } from '@/lib/env';
import type { ModelUsage } from './model-call';
import type { Price, PriceList } from './price-list';

/** The month of the list prices below. `MODEL_PRICES` puts others in their place. */
export const pricesAsOf = '2025-12';

/** US dollars per million tokens: input, input from the cache, output. */
type Row = [input: number, cached: number, output: number];

const openai: Record<string, Row> = {
  'gpt-5.2': [1.75, 0.175, 14],
  'gpt-5.1': [1.25, 0.125, 10],
  'gpt-5': [1.25, 0.125, 10],
  'gpt-5-mini': [0.25, 0.025, 2],
  'gpt-5-nano': [0.05, 0.005, 0.4],
  'gpt-5-pro': [15, 15, 120],
  'gpt-4.1': [2, 0.5, 8],
  'gpt-4.1-mini': [0.4, 0.1, 1.6],
  'gpt-4.1-nano': [0.1, 0.025, 0.4],
  'gpt-4o': [2.5, 1.25, 10],
  'gpt-4o-mini': [0.15, 0.075, 0.6],
  'gpt-4-turbo': [10, 10, 30],
  'gpt-4': [30, 30, 60],
  'gpt-3.5-turbo': [0.5, 0.5, 1.5],
  o1: [15, 7.5, 60],
  o3: [2, 0.5, 8],
  'o3-mini': [1.1, 0.55, 4.4],
  'o4-mini': [1.1, 0.275, 4.4],
};

const anthropic: Record<string, Row> = {
  'claude-opus-4-5': [5, 0.5, 25],
  'claude-opus-4-1': [15, 1.5, 75],
  'claude-opus-4': [15, 1.5, 75],
  'claude-sonnet-4-5': [3, 0.3, 15],
  'claude-sonnet-4': [3, 0.3, 15],
  'claude-haiku-4-5': [1, 0.1, 5],
  'claude-3-7-sonnet': [3, 0.3, 15],
  'claude-3-5-sonnet': [3, 0.3, 15],
  'claude-3-5-haiku': [0.8, 0.08, 4],
  'claude-3-opus': [15, 1.5, 75],
  'claude-3-haiku': [0.25, 0.03, 1.25],
};

const listPrices = new Map<string, Row>([
  ...Object.entries(openai).map(([name, row]) => [`openai:${name}`, row] as const),
  ...Object.entries(anthropic).map(([name, row]) => [`anthropic:${name}`, row] as const),
]);

/** Providers whose models run on one's own machines. */
const free = new Set(['builtin', 'ollama']);

/** A dated or latest issue of a model costs what the model costs; any other ending is another model. */
const issue = /-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$/;

/**
 * What a call cost by its tokens, in millionths of a US dollar, by `MODEL_PRICES` or the list
 * prices; null when no price is known or the provider told no tokens. What writing to a
 * provider's cache costs beyond reading is not in it.
 */
export function priceOf(
  provider: string,
  model: string,
  usage: ModelUsage | undefined,
  known: PriceList | undefined = env().MODEL_PRICES,
): number | null {
  const price = findPrice(provider, model, known);
  if (!price) return null;
  if (price.input === 0 && price.output === 0) return 0;
  if (!usage) return null;
  const cached = Math.min(usage.cachedTokens ?? 0, usage.inputTokens);
  const fresh = usage.inputTokens - cached;
  // Dollars per million tokens are millionths of a dollar per token.
  return Math.round(
    fresh * price.input +
      cached * (price.cachedInput ?? price.input) +
      usage.outputTokens * price.output,
  );
}

/** Prices of a model, in US dollars per million tokens; null when none are known. */
export function findPrice(
  provider: string,
  model: string,
  known: PriceList | undefined = env().MODEL_PRICES,
): Price | null {
  const names = [`${provider}:${model}`, `${provider}:${model.replace(issue, '')}`];
  for (const name of names) {
    const own = known?.[name];
    if (own) return own;
  }
  if (free.has(provider)) return { input: 0, output: 0 };
  const row = names.map((name) => listPrices.get(name)).find(Boolean);
  return row ? { input: row[0], cachedInput: row[1], output: row[2] } : null;
}
