import { expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { findPrice, priceOf } from './prices';

const usage = { inputTokens: 10_000, cachedTokens: 4_000, outputTokens: 500 };

test('a call costs its fresh, cached and written tokens, in millionths of a dollar', () => {
  expect(priceOf('openai', 'gpt-4.1', usage, {})).toBe(6_000 * 2 + 4_000 * 0.5 + 500 * 8);
  expect(priceOf('anthropic', 'claude-haiku-4-5', usage, {})).toBe(6_000 + 400 + 2_500);
});

test('a dated issue costs what its model does, and a model of a longer name is another', () => {
  expect(findPrice('openai', 'gpt-4o-2024-08-06', {})).toEqual(findPrice('openai', 'gpt-4o', {}));
  expect(findPrice('anthropic', 'claude-sonnet-4-20250514', {})).toMatchObject({ input: 3 });
  expect(findPrice('anthropic', 'claude-3-5-haiku-latest', {})).toMatchObject({ output: 4 });
  expect(findPrice('openai', 'gpt-4o-search-preview', {})).toBeNull();
  expect(findPrice('openai', 'gpt-5.9', {})).toBeNull();
});

test('where no price or no count of tokens is known, none is made up', () => {
  expect(priceOf('openai', 'my-own-model', usage, {})).toBeNull();
  expect(priceOf('openai', 'gpt-4.1', undefined, {})).toBeNull();
  expect(findPrice('openai', 'constructor', {})).toBeNull();
});

test("a model on one's own machine costs nothing", () => {
  expect(priceOf('ollama', 'qwen3', usage, {})).toBe(0);
  expect(priceOf('builtin', 'builtin', undefined, {})).toBe(0);
});

test("prices of one's own come first, also for what is known or free", () => {
  const { MODEL_PRICES } = parseEnv({
    MODEL_PRICES:
      '{"openai:my-own-model":{"input":1,"output":2},"openai:gpt-4o":{"input":0,"output":0},"ollama:qwen3":{"input":0.1,"output":0.1}}',
  });
  expect(priceOf('openai', 'my-own-model', usage, MODEL_PRICES)).toBe(11_000);
  expect(priceOf('openai', 'gpt-4o-2024-08-06', usage, MODEL_PRICES)).toBe(0);
  expect(priceOf('ollama', 'qwen3', usage, MODEL_PRICES)).toBe(1_050);
});

test.each(['{"gpt-4o":{"input":1,"output":1}}', '{"openai:x":{"input":-1}}', '{', '/no/such.json'])(
  'prices that cannot be read (%s) are a fault of the environment, told at the start',
  (MODEL_PRICES) => {
    expect(() => parseEnv({ MODEL_PRICES })).toThrow(/MODEL_PRICES: use JSON/);
  },
);
