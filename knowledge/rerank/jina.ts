import { type RerankProvider, resultsSchema } from './provider';

/** Jina's rerank API, and servers that speak it, as vLLM. */
export const jina: RerankProvider = {
  address: 'https://api.jina.ai/v1',
  toBody: ({ model, query, texts }) => ({
    model,
    query,
    documents: texts,
    top_n: texts.length,
    return_documents: false,
  }),
  answer: resultsSchema,
};
