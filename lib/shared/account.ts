import { z } from 'zod';

/** Most facts that are remembered of one person. */
export const mostFacts = 50;
/** Longest fact, in characters. */
export const longestFact = 300;

/** Something a person said of themselves and wants remembered. Times are ISO 8601. */
export const personFactSchema = z.object({
  id: z.string(),
  text: z.string(),
  createdAt: z.string(),
});
export type PersonFact = z.infer<typeof personFactSchema>;

/** `GET /api/account`: what the desk knows of the person who asks. */
export const accountViewSchema = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** The account in the business systems; customers only. */
  accountId: z.string().nullable(),
  locale: z.enum(['en', 'zh']),
  facts: z.array(personFactSchema),
});
export type AccountView = z.infer<typeof accountViewSchema>;
