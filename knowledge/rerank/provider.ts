import { z } from 'zod';

/** What is asked of a reranker. */
export interface RerankQuestion {
  model: string;
  query: string;
  texts: string[];
}

/** How a kind of reranker is spoken to: `POST <address>/rerank`, JSON both ways. */
export interface RerankProvider {
  /** Where it is when `RERANKER_URL` does not say; absent where everybody runs their own. */
  address?: string;
  toBody(question: RerankQuestion): object;
  /** Reads its answer. Rejects what is none. */
  answer: z.ZodType<TextScore[]>;
}

/** How relevant one of the texts is, by its number. The higher the better, on a scale of its own. */
export interface TextScore {
  index: number;
  score: number;
}

/** The answer as Cohere invented it and others speak it. */
export const resultsSchema = z
  .object({ results: z.array(z.object({ index: z.number(), relevance_score: z.number() })) })
  .transform(({ results }) => {
    return results.map(({ index, relevance_score }) => ({ index, score: relevance_score }));
  });
