import { z } from 'zod';
import { count, modelName, modelNames, prices, seconds } from '@/lib/env-values';

/** The environment variables about language models: which, how patient, where, and at what cost. */
export const modelVariables = {
  MODEL: modelName
    .default('builtin')
    .describe(
      'Language model that answers: builtin, openai:<name>, anthropic:<name>, ollama:<name>.',
    ),
  MODEL_SMALL: modelName
    .optional()
    .describe('Model for routing, rewriting, summaries and judging. MODEL when absent.'),
  MODEL_ROUTE: modelName.optional().describe('Model for routing alone.'),
  MODEL_REWRITE: modelName.optional().describe('Model for completing follow-up questions alone.'),
  MODEL_SUMMARISE: modelName.optional().describe('Model for summaries alone.'),
  MODEL_JUDGE: modelName.optional().describe('Model for judging answers alone.'),
  MODEL_FALLBACK: modelNames
    .default(['builtin'])
    .describe(
      'Models to turn to when the one for a purpose fails, in order, separated by commas. The built-in one is always the last.',
    ),
  MODEL_FIRST_TOKEN_SECONDS: seconds
    .default(30)
    .describe('Longest wait for the first word of a model, connecting included.'),
  MODEL_SILENCE_SECONDS: seconds
    .default(20)
    .describe('Longest silence of a model in the middle of an answer.'),
  MODEL_CALL_SECONDS: seconds.default(90).describe('Longest that one answer of a model may take.'),
  MODEL_MAX_CONCURRENT: count
    .default(512)
    .describe('Calls at once to one provider; as many again may wait.'),
  OPENAI_API_KEY: z.string().optional().describe('Key for openai: models.'),
  OPENAI_BASE_URL: z.url().optional().describe('Any OpenAI-compatible server.'),
  ANTHROPIC_API_KEY: z.string().optional().describe('Key for anthropic: models.'),
  ANTHROPIC_BASE_URL: z
    .url()
    .default('https://api.anthropic.com')
    .describe("Any server that speaks Anthropic's wire."),
  OLLAMA_BASE_URL: z
    .url()
    .default('http://127.0.0.1:11434')
    .describe('Ollama server for ollama: models.'),
  MODEL_DAILY_BUDGET_USD: z.coerce
    .number()
    .nonnegative()
    .optional()
    .describe(
      'What language models may cost the whole desk in a day, in US dollars; then the built-in model answers. Budgets can also be set on the models page.',
    ),
  MODEL_PRICES: prices
    .optional()
    .describe(
      'Prices of models in US dollars per million tokens, as JSON or a file of it: {"openai:<name>": {"input": 2, "cachedInput": 0.5, "output": 8}}. List prices of well-known models are known.',
    ),
};
