import { z } from 'zod';
import { type SearchTrace, searchTraceSchema } from './retrieval';

/** How much of a search is kept with its step. */
const most = { considered: 20, terms: 40 };

/**
 * What is kept of a search's trace with the step of a turn: ids and figures, no titles or texts, so
 * that a document which is deleted leaves nothing here. Nor in how many chunks a term stands: that
 * counts documents, too, that whoever reads the step may not know of.
 */
export const keptTraceSchema = z.object({
  notices: searchTraceSchema.shape.notices,
  terms: z.array(z.object({ term: z.string(), weight: z.number() })),
  considered: z.array(
    searchTraceSchema.shape.considered.element.extend({
      /** The document's title as it is when the step is read; absent when it was deleted. */
      document: z.string().optional(),
    }),
  ),
  /** How many candidates there were beyond those that are kept. */
  others: z.number().int(),
  times: searchTraceSchema.shape.times,
});
export type KeptTrace = z.infer<typeof keptTraceSchema>;

/** A search's trace as it is kept; without its terms where they may be those of a title. */
export function keepTrace(
  { notices, terms, considered, times }: SearchTrace,
  { hasTerms }: { hasTerms: boolean },
): KeptTrace {
  const kept = considered.slice(0, most.considered);
  return {
    notices,
    terms: (hasTerms ? terms : [])
      .slice(0, most.terms)
      .map(({ term, weight }) => ({ term, weight })),
    considered: kept,
    others: considered.length - kept.length,
    times,
  };
}
