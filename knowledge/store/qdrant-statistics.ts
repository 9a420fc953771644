import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import { z } from 'zod';
import { vectorNames } from './qdrant-making';
import type { TermStatistics } from './store';

const hitSchema = z.object({
  score: z.number(),
  vector: z.object({
    [vectorNames.sparse]: z.object({ indices: z.array(z.number()), values: z.array(z.number()) }),
  }),
});

/** Terms beyond this many are not asked about; a question that long has said enough. */
const maxTerms = 256;
/** How long an answer is taken for true, in milliseconds: a few changes alter it by next to nothing. */
const freshMs = 2_000;
/** Terms remembered at most. */
const maxKnown = 10_000;

interface Known {
  until: number;
  chunks: number | undefined;
  holders: Map<number, number>;
}

/**
 * How common terms are. Qdrant does not tell, but the score of a query for one term is that term's
 * IDF times its weight in the chunk found, and IDF = ln((N + 1) / (n + 0.5)) gives n. That is one
 * small search per term, all in one call, so answers are kept for a moment: under load most words of
 * a question have just been asked about.
 */
export class QdrantStatistics {
  private known: Known = nothingKnown();

  private readonly collection: string;

  constructor(collection: string) {
    this.collection = collection;
  }

  /** After a change of chunks by this process, which may look at once. */
  forget(): void {
    this.known = nothingKnown();
  }

  async read(client: QdrantClient, terms: number[]): Promise<TermStatistics> {
    const isOver = Date.now() > this.known.until || this.known.holders.size > maxKnown;
    if (isOver) this.forget();
    const { known } = this;
    const asked = terms.slice(0, maxTerms);
    const unknown = asked.filter((term) => !known.holders.has(term));
    const [chunks, hits] = await Promise.all([
      known.chunks ?? this.countChunks(client),
      this.findBest(client, unknown),
    ]);
    known.chunks = chunks;
    for (const [at, term] of unknown.entries()) {
      known.holders.set(term, holdersFrom(hits[at], term, chunks));
    }
    return { chunks, holders: new Map(asked.map((term) => [term, known.holders.get(term) ?? 0])) };
  }

  /** As the segments tell: while Qdrant reorganises them, some points may be counted twice. */
  private async countChunks(client: QdrantClient): Promise<number> {
    return (await client.count(this.collection, { exact: false })).count;
  }

  /** The best hit for each term alone, in the order of the terms. */
  private async findBest(
    client: QdrantClient,
    terms: number[],
  ): Promise<(Schemas['ScoredPoint'] | undefined)[]> {
    if (terms.length === 0) return [];
    const searches = terms.map((term) => ({
      query: { indices: [term], values: [1] },
      using: vectorNames.sparse,
      limit: 1,
      with_vector: [vectorNames.sparse],
    }));
    const answers = await client.queryBatch(this.collection, { searches });
    return answers.map(({ points }) => points[0]);
  }
}

function nothingKnown(): Known {
  return { until: Date.now() + freshMs, chunks: undefined, holders: new Map() };
}

function holdersFrom(
  found: Schemas['ScoredPoint'] | undefined,
  term: number,
  chunks: number,
): number {
  const hit = hitSchema.safeParse(found);
  if (!hit.success) return 0;
  const { indices, values } = hit.data.vector[vectorNames.sparse];
  const weight = values[indices.indexOf(term)];
  if (!weight) return 0;
  return Math.max(1, Math.round((chunks + 1) / Math.exp(hit.data.score / weight) - 0.5));
}
