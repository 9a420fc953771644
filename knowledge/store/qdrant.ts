import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import { z } from 'zod';
import type { Visibility } from '@/lib/auth/visibility';
import { sha256 } from '@/lib/ids';
import { callQdrant, openQdrant, statusOf } from './qdrant-call';
import { ensureCollection, vectorNames } from './qdrant-collection';
import { readStatistics } from './qdrant-statistics';
import type {
  Candidate,
  ChunkSelection,
  IndexedChunk,
  IndexStore,
  StoreQuery,
  StoreResult,
} from './store';

interface Options {
  url: string;
  apiKey?: string;
  collection: string;
}

const payloadSchema = z.object({
  chunkId: z.string(),
  versionId: z.string(),
  documentId: z.string(),
});
const upsertBatch = 100;

const looks = ['words', 'meaning', 'meaningOfWords'] as const;
type Look = (typeof looks)[number];
type Points = Schemas['ScoredPoint'][];

/** The index in a Qdrant server: one collection, a point per chunk of a version. */
export class QdrantStore implements IndexStore {
  private readonly client: QdrantClient;
  private readonly collection: string;
  /** Settled once the collection is known to exist, per dimension of dense vectors. */
  private readonly ensured = new Map<number | undefined, Promise<void>>();

  constructor({ url, apiKey, collection }: Options) {
    this.client = openQdrant({ url, apiKey });
    this.collection = collection;
  }

  async upsertChunks(chunks: IndexedChunk[]): Promise<void> {
    await this.ensure(chunks.find(({ dense }) => dense)?.dense?.length);
    for (let at = 0; at < chunks.length; at += upsertBatch) {
      const points = chunks.slice(at, at + upsertBatch).map(toPoint);
      await callQdrant(() => this.client.upsert(this.collection, { wait: true, points }));
    }
  }

  async removeChunks(selection: ChunkSelection): Promise<void> {
    const filter = toFilter(selection);
    await this.whereThere<unknown>(null, () =>
      this.client.delete(this.collection, { wait: true, filter }),
    );
  }

  async setVisibility(documentId: string, visibility: Visibility): Promise<void> {
    const filter = toFilter({ documentId });
    await this.whereThere<unknown>(null, () =>
      this.client.setPayload(this.collection, { wait: true, payload: { visibility }, filter }),
    );
  }

  async search(query: StoreQuery): Promise<StoreResult> {
    const { client, collection } = this;
    const nothing: StoreResult = { candidates: [], statistics: { chunks: 0, holders: new Map() } };
    return this.whereThere(
      nothing,
      async () => {
        const [found, statistics] = await Promise.all([
          this.ask(toRequests(query)),
          readStatistics(client, collection, query.sparse.indices),
        ]);
        return { candidates: toCandidates(found), statistics };
      },
      query.signal,
    );
  }

  /** The points of each look that is asked for, in one call. */
  private async ask(requests: Record<Look, Schemas['QueryRequest'] | null>) {
    const found: Record<Look, Points> = { words: [], meaning: [], meaningOfWords: [] };
    const asked = looks.filter((look) => requests[look]);
    const searches = asked.flatMap((look) => requests[look] ?? []);
    if (searches.length === 0) return found;
    const answers = await this.client.queryBatch(this.collection, { searches });
    for (const [at, look] of asked.entries()) found[look] = answers[at]?.points ?? [];
    return found;
  }

  async count(documentId?: string): Promise<number> {
    const filter = documentId === undefined ? undefined : toFilter({ documentId });
    return this.whereThere(0, async () => {
      const { count } = await this.client.count(this.collection, { exact: true, filter });
      return count;
    });
  }

  async warmUp(): Promise<void> {
    await this.count();
  }

  async close(): Promise<void> {
    this.ensured.clear();
  }

  async destroy(): Promise<void> {
    this.ensured.clear();
    await this.whereThere<unknown>(null, () => this.client.deleteCollection(this.collection));
  }

  /** A call to a collection that the first chunk makes: until then there is `nothing` in it. */
  private async whereThere<T>(
    nothing: T,
    call: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    return callQdrant(async () => {
      try {
        return await call();
      } catch (error) {
        if (statusOf(error) === 404) return nothing;
        throw error;
      }
    }, signal);
  }

  /** A failed attempt is forgotten, so that the next call tries again. */
  private async ensure(dimension?: number): Promise<void> {
    const known = this.ensured.get(dimension);
    if (known) return known;
    const made = callQdrant(() => ensureCollection(this.client, this.collection, dimension));
    this.ensured.set(dimension, made);
    made.catch(() => this.ensured.delete(dimension));
    return made;
  }
}

function toFilter({ documentId, versionId, exceptVersions = [], chunkId }: ChunkSelection) {
  const is = (key: string, value: string) => ({ key, match: { value } });
  return {
    must: [
      is('documentId', documentId),
      ...(versionId === undefined ? [] : [is('versionId', versionId)]),
      ...(chunkId === undefined ? [] : [is('chunkId', chunkId)]),
    ],
    must_not: exceptVersions.map((id) => is('versionId', id)),
  };
}

function toPoint({ visibility, sparse, dense, ...ids }: IndexedChunk) {
  const vectors = dense
    ? { [vectorNames.sparse]: sparse, [vectorNames.dense]: dense }
    : { [vectorNames.sparse]: sparse };
  return { id: pointId(ids), vector: vectors, payload: { ...ids, visibility } };
}

/**
 * Qdrant takes numbers and UUIDs only; ours is derived (RFC 9562, version 8), so that a repeated
 * upsert replaces.
 */
function pointId({ versionId, chunkId }: Pick<IndexedChunk, 'versionId' | 'chunkId'>): string {
  const hex = sha256(`${versionId}/${chunkId}`);
  const version = `8${hex.slice(12, 15)}`;
  const variant = `a${hex.slice(15, 18)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), version, variant, hex.slice(18, 30)].join('-');
}

/** Up to three looks in one call: by words, by meaning, and what those by words mean. */
function toRequests({ sparse, dense, visibilities, limit }: StoreQuery) {
  const filter = { must: [{ key: 'visibility', match: { any: visibilities } }] };
  const shared = { filter, limit, with_payload: ['chunkId', 'versionId', 'documentId'] };
  const bySparse = { query: sparse, using: vectorNames.sparse, filter, limit };
  const byDense = { query: dense ?? [], using: vectorNames.dense, ...shared };
  const hasWords = sparse.indices.length > 0;
  const hasMeaning = byDense.query.length > 0;
  return {
    words: hasWords ? { ...bySparse, ...shared } : null,
    meaning: hasMeaning ? byDense : null,
    meaningOfWords: hasWords && hasMeaning ? { ...byDense, prefetch: bySparse } : null,
  };
}

function toCandidates(found: Record<Look, Points>): Candidate[] {
  const { words: byWords, meaning: byMeaning, meaningOfWords } = found;
  const cosines = new Map([...byMeaning, ...meaningOfWords].map(({ id, score }) => [id, score]));
  const known = new Set(byWords.map(({ id }) => id));
  const all = [
    ...byWords.map(({ id, payload, score }) => ({ id, payload, sparseScore: score })),
    ...byMeaning
      .filter(({ id }) => !known.has(id))
      .map(({ id, payload }) => ({ id, payload, sparseScore: null })),
  ];
  return all.map(({ id, payload, sparseScore }) => {
    return { ...payloadSchema.parse(payload), sparseScore, denseScore: cosines.get(id) ?? null };
  });
}
