import { z } from 'zod';

/** What came of one attempt at a provider. */
export const modelOutcomes = [
  'ok',
  'unauthorised',
  'limited',
  'overloaded',
  'timeout',
  'cut',
  'garbled',
  'empty',
  'refused',
  'aborted',
  'unreachable',
  'failed',
] as const;
export const modelOutcomeSchema = z.enum(modelOutcomes);
export type ModelOutcome = z.infer<typeof modelOutcomeSchema>;

/** How many tokens a call took, as far as the provider told. */
export interface ModelUsage {
  /** All that was read, what came from the provider's cache included. */
  inputTokens: number;
  /** Those of the input that came from the cache. */
  cachedTokens?: number;
  outputTokens: number;
}

/** One attempt at a provider, as it is stored. The built-in model makes none. */
export interface ModelCallRecord {
  turnId?: string;
  conversationId?: string;
  /** The specialist at work: the team whose budget it counts against. */
  specialist?: string;
  /** A `ModelPurpose`, or `test` for the button of the models page. */
  purpose: string;
  provider: string;
  model: string;
  startedAt: Date;
  durationMs: number;
  /** Until the first words or call of a tool. */
  firstTokenMs?: number;
  inputTokens?: number;
  cachedTokens?: number;
  outputTokens?: number;
  /** Millionths of a US dollar, as `priceOf` says; null when no price is known. */
  costMicros: number | null;
  outcome: ModelOutcome;
}
