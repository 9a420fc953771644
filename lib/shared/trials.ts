import { z } from 'zod';
import { visibilitySchema } from '@/lib/auth/visibility';
import {
  appliedRetrievalSchema,
  retrievalSettingsSchema,
  scorePartsSchema,
  searchTraceSchema,
} from './retrieval';

/** Whose eyes a question is tried with. Customers without a name all read the same. */
export const viewAsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('guest') }),
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('user'), id: z.string().min(1).max(200) }),
]);
export type ViewAs = z.infer<typeof viewAsSchema>;

/** Body of `POST /api/retrieval/search`: settings that are absent are those of the desk. */
export const trialRequestSchema = z.object({
  query: z.string().max(200_000),
  viewAs: viewAsSchema.default({ kind: 'self' }),
  settings: retrievalSettingsSchema.partial().strict().optional(),
});
export type TrialRequest = z.infer<typeof trialRequestSchema>;

/** A text, and where in it the question's terms stand: from `start` to before `end`. */
export const markedTextSchema = z.object({
  text: z.string(),
  marks: z.array(
    z.object({
      start: z.number().int(),
      end: z.number().int(),
      /** It says otherwise what the question says. */
      isSynonym: z.boolean(),
    }),
  ),
});
export type MarkedText = z.infer<typeof markedTextSchema>;

/** A passage that a trial came upon. */
export const trialPassageSchema = z.object({
  chunkId: z.string(),
  documentId: z.string(),
  title: markedTextSchema,
  /** Headings above it, outermost first. */
  headings: z.array(markedTextSchema),
  text: markedTextSchema,
  page: z.number().int().nullable(),
  pageTo: z.number().int().nullable(),
  visibility: visibilitySchema,
  /** Higher is better; comparable within one search only. */
  score: z.number(),
  parts: scorePartsSchema,
  /** Its place among the different ones, from 1; null where a better one says the same. */
  place: z.number().int().nullable(),
});
export type TrialPassage = z.infer<typeof trialPassageSchema>;

/** A passage that an answer would not stand on, and the place of the one that says the same. */
export const leftOutPassageSchema = trialPassageSchema.extend({
  sameAs: z.number().int().nullable(),
});
export type LeftOutPassage = z.infer<typeof leftOutPassageSchema>;

/**
 * What a question finds with somebody's eyes. Made of nothing but documents that the person who
 * tries may read, too; of the others it holds how many there are.
 */
export const trialSchema = z.object({
  /** How likely the passages answer the question, 0 to 1. */
  confidence: z.number(),
  settings: retrievalSettingsSchema,
  notices: searchTraceSchema.shape.notices,
  times: searchTraceSchema.shape.times,
  /** What was looked for, as the index knows it. */
  terms: z.array(z.string()),
  hits: z.array(trialPassageSchema),
  /** The best of the candidates that did not come so far; how many there are in all. */
  leftOut: z.array(leftOutPassageSchema),
  leftOutCount: z.number().int(),
  /** Found for the one who tries, but not to be read by the person viewed as. */
  hidden: z.array(trialPassageSchema),
  /** How many were found for the person viewed as that the one who tries may not read. */
  foreignCount: z.number().int(),
});
export type Trial = z.infer<typeof trialSchema>;

/** A member of staff whose eyes may be lent. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string(),
});
export type Person = z.infer<typeof personSchema>;

/** A question that somebody asked in a conversation, and what was found for it. */
export const askedQuestionSchema = z.object({
  conversationId: z.string(),
  query: z.string(),
  askedBy: z.enum(['guest', 'customer', 'staff']),
  at: z.string(),
  confidence: z.number(),
  isAnswered: z.boolean(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** A page of questions, latest first; `next` leads to those before. */
export const askedQuestionsSchema = z.object({
  questions: z.array(askedQuestionSchema),
  next: z.string().nullable(),
});
export type AskedQuestions = z.infer<typeof askedQuestionsSchema>;

/** The settings of the desk, with those before: what `GET /api/retrieval/settings` tells. */
export const retrievalViewSchema = z.object({
  settings: retrievalSettingsSchema,
  /** What was measured to be best, and holds where nobody has chosen. */
  defaults: retrievalSettingsSchema,
  /** Latest first. */
  applied: z.array(appliedRetrievalSchema),
  /** Whether there is an embedding model, and a reranker. */
  hasMeaning: z.boolean(),
  hasReranker: z.boolean(),
});
export type RetrievalView = z.infer<typeof retrievalViewSchema>;
