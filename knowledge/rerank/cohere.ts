import { type RerankProvider, resultsSchema } from './provider';

/** Cohere's rerank API, version 2, and servers that speak it. */
export const cohere: RerankProvider = {
  address: 'https://api.cohere.com/v2',
  toBody: ({ model, query, texts }) => ({ model, query, documents: texts, top_n: texts.length }),
  answer: resultsSchema,
};
