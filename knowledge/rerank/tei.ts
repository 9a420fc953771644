import { z } from 'zod';
import type { RerankProvider } from './provider';

/** Hugging Face's Text Embeddings Inference, which serves the one model that it was started with. */
export const tei: RerankProvider = {
  toBody: ({ query, texts }) => ({ query, texts, truncate: true }),
  answer: z.array(z.object({ index: z.number(), score: z.number() })),
};
