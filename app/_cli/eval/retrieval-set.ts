import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './read-json-lines';

const passageSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  gold: z.array(z.string()),
  /** Spans of the gold passages that answer it, where the data names some. */
  answers: z.array(z.string()).default([]),
});
const nearMissSchema = z.object({ text: z.string() });

/** A passage to be found. */
export type SetPassage = z.infer<typeof passageSchema>;
/** A question, and the ids of the passages that answer it. */
export type SetQuery = z.infer<typeof querySchema>;

/** A folder of data on retrieval. */
export interface RetrievalSet {
  corpus: SetPassage[];
  queries: SetQuery[];
  /** Questions about what the passages are about that none of them answers; often there are none. */
  nearMisses: { text: string }[];
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and, where it is there, `unanswerable.jsonl`.
 * @throws CommandProblem when a file is missing or a line of it is not as described in the data's README.
 */
export async function readRetrievalSet(directory: string): Promise<RetrievalSet> {
  const unanswerable = path.join(directory, 'unanswerable.jsonl');
  return {
    corpus: await readJsonLines(path.join(directory, 'corpus.jsonl'), passageSchema),
    queries: await readJsonLines(path.join(directory, 'queries.jsonl'), querySchema),
    nearMisses: existsSync(unanswerable) ? await readJsonLines(unanswerable, nearMissSchema) : [],
  };
}
