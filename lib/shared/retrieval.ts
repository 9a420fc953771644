import { z } from 'zod';

/** How passages are looked for. What stands in `defaultRetrieval` was measured. */
export const retrievalSettingsSchema = z.object({
  /** How many passages an answer may stand on. */
  passages: z.number().int().min(1).max(50),
  /** How many candidates of the index are scored again with their text. */
  candidates: z.number().int().min(10).max(200),
  /** Share of the embedding model in the score: 0.5 as measured, 0 words only, 1 meaning only. */
  meaning: z.number().min(0).max(1),
  /** What counts besides the words themselves: 1 as measured, 0 not at all. */
  nearness: z.number().min(0).max(3),
  coverage: z.number().min(0).max(3),
  /** Whether the reranker, where one is configured, has the last word. */
  isReranked: z.boolean(),
  /** From this confidence on a question counts as answered by its passages, 0 to 1. */
  answeredFrom: z.number().min(0).max(1),
});
export type RetrievalSettings = z.infer<typeof retrievalSettingsSchema>;

export const defaultRetrieval: RetrievalSettings = {
  passages: 8,
  candidates: 50,
  meaning: 0.5,
  nearness: 1,
  coverage: 1,
  isReranked: true,
  answeredFrom: 0.5,
};

const { shape } = retrievalSettingsSchema;
/** Settings as an older or newer version may have stored them: what does not fit is the default. */
export const storedRetrievalSchema = z
  .object({
    passages: shape.passages.catch(defaultRetrieval.passages),
    candidates: shape.candidates.catch(defaultRetrieval.candidates),
    meaning: shape.meaning.catch(defaultRetrieval.meaning),
    nearness: shape.nearness.catch(defaultRetrieval.nearness),
    coverage: shape.coverage.catch(defaultRetrieval.coverage),
    isReranked: shape.isReranked.catch(defaultRetrieval.isReranked),
    answeredFrom: shape.answeredFrom.catch(defaultRetrieval.answeredFrom),
  })
  .catch(defaultRetrieval);

/** Settings that were applied for the desk once. */
export const appliedRetrievalSchema = z.object({
  settings: retrievalSettingsSchema,
  /** Name or address of the account; null when that is gone. */
  by: z.string().nullable(),
  at: z.string(),
});
export type AppliedRetrieval = z.infer<typeof appliedRetrievalSchema>;

/** What a search tells about its own way; the sentences stand in `knowledge.search.notices`. */
export const searchNotices = ['question-cut', 'embeddings-failed', 'reranker-failed'] as const;
export type SearchNotice = (typeof searchNotices)[number];

/** What made up a passage's score; those that do not apply are null. */
export const scorePartsSchema = z.object({
  /** What the words say: BM25 and what was added to it. */
  words: z.number(),
  bm25: z.number(),
  nearness: z.number(),
  coverage: z.number(),
  document: z.number(),
  /** Cosine of the embeddings. */
  meaning: z.number().nullable(),
  /** What the reranker gave. */
  reranker: z.number().nullable(),
});
export type ScoreParts = z.infer<typeof scorePartsSchema>;

/** Whether a candidate is among the passages, says what a better one says, or stands too far behind. */
export const consideredOutcomes = ['shown', 'near-duplicate', 'beyond'] as const;
export type ConsideredOutcome = (typeof consideredOutcomes)[number];

/** What a search considered. No titles or texts: it is kept, and documents may be deleted later. */
export const searchTraceSchema = z.object({
  /** The question as it was searched for, standing for itself. */
  query: z.string(),
  notices: z.array(z.enum(searchNotices)),
  settings: retrievalSettingsSchema,
  /** The terms looked for, as the index knows them, and in how many of its chunks each stands. */
  terms: z.array(z.object({ term: z.string(), weight: z.number(), holders: z.number() })),
  /** Best first. */
  considered: z.array(
    z.object({
      chunkId: z.string(),
      documentId: z.string(),
      page: z.number().nullable(),
      score: z.number(),
      parts: scorePartsSchema,
      outcome: z.enum(consideredOutcomes),
    }),
  ),
  /** Milliseconds of each part. */
  times: z.object({
    embed: z.number(),
    index: z.number(),
    read: z.number(),
    rank: z.number(),
    rerank: z.number(),
  }),
});
export type SearchTrace = z.infer<typeof searchTraceSchema>;
