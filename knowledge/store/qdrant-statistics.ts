import type { QdrantClient } from '@qdrant/js-client-rest';
import { z } from 'zod';
import { vectorNames } from './qdrant-collection';
import type { TermStatistics } from './store';

const hitSchema = z.object({
  score: z.number(),
  vector: z.object({
    [vectorNames.sparse]: z.object({ indices: z.array(z.number()), values: z.array(z.number()) }),
  }),
});

/** Terms beyond this many are not asked about; a question that long has said enough. */
const maxTerms = 256;

/**
 * How common terms are. Qdrant does not tell, but the score of a query for one term is that term's
 * IDF times its weight in the chunk found, and IDF = ln((N + 1) / (n + 0.5)) gives n.
 */
export async function readStatistics(
  client: QdrantClient,
  collection: string,
  terms: number[],
): Promise<TermStatistics> {
  const asked = terms.slice(0, maxTerms);
  const searches = asked.map((term) => ({
    query: { indices: [term], values: [1] },
    using: vectorNames.sparse,
    limit: 1,
    with_vector: [vectorNames.sparse],
  }));
  const [{ count }, answers] = await Promise.all([
    client.count(collection, { exact: true }),
    searches.length > 0 ? client.queryBatch(collection, { searches }) : [],
  ]);
  const holders = new Map<number, number>();
  for (const [at, term] of asked.entries()) {
    const hit = hitSchema.safeParse(answers[at]?.points[0]);
    if (hit.success) holders.set(term, holdersFrom(hit.data, term, count));
  }
  return { chunks: count, holders };
}

function holdersFrom({ score, vector }: z.infer<typeof hitSchema>, term: number, chunks: number) {
  const { indices, values } = vector[vectorNames.sparse];
  const weight = values[indices.indexOf(term)];
  if (!weight) return 0;
  return Math.max(1, Math.round((chunks + 1) / Math.exp(score / weight) - 0.5));
}
