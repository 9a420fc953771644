import type { QdrantClient } from '@qdrant/js-client-rest';
import type { Visibility } from '@/lib/auth/visibility';
import { log } from '@/lib/log';
import { openQdrant, type Qdrant, type QdrantAddress } from './qdrant-call';
import {
  adaptCollection,
  createCollection,
  findCollection,
  requireDimension,
} from './qdrant-collection';
import { vectorNames } from './qdrant-making';
import { toFilter, toPoint } from './qdrant-points';
import { searchPoints } from './qdrant-search';
import {
  denseSearch,
  plainSettings,
  type QdrantSettings,
  readConsistency,
  writeOrdering,
} from './qdrant-settings';
import { QdrantStatistics } from './qdrant-statistics';
import { isMissing, unavailable } from './qdrant-trouble';
import { sendPoints } from './qdrant-upsert';
import type { ChunkSelection, IndexedChunk, IndexStore, StoreQuery, StoreResult } from './store';

interface Options extends QdrantAddress {
  collection: string;
  settings?: QdrantSettings;
  /**
   * Whether the collection ought to be there: then its absence is a loss, which must not look like
   * an empty index. Otherwise the first chunk makes it.
   */
  isExpected?: () => Promise<boolean>;
}

/** What a search must know of the collection: dimension of its dense vectors, how many points. */
interface Facts {
  dimension: number | undefined;
  points: number;
  until: number;
}

const factsFreshMs = 30_000;
/** More values than documents anybody has; the server holds no more than there are. */
const maxDocuments = 1_000_000;

/** The index in a Qdrant server: one collection, a point per chunk of a version. */
export class QdrantStore implements IndexStore {
  private readonly qdrant: Qdrant;
  private readonly collection: string;
  private readonly settings: QdrantSettings;
  private readonly isExpected: () => Promise<boolean>;
  private readonly statistics: QdrantStatistics;
  private facts: Facts | null = null;
  /** Settled once the collection is known to exist, per dimension of dense vectors. */
  private readonly ensured = new Map<number | undefined, Promise<void>>();

  constructor({ collection, settings = plainSettings, isExpected, ...address }: Options) {
    this.qdrant = openQdrant(address);
    this.collection = collection;
    this.settings = settings;
    this.isExpected = isExpected ?? (async () => false);
    this.statistics = new QdrantStatistics(collection);
  }

  /** @throws AppError `index_dimension` when the collection is of another embedding model */
  async upsertChunks(chunks: IndexedChunk[]): Promise<void> {
    await this.ensure(chunks.find(({ dense }) => dense)?.dense?.length);
    const { collection, settings } = this;
    try {
      await sendPoints(this.qdrant, { collection, settings }, chunks.map(toPoint));
    } catch (error) {
      // Perhaps the collection has gone: the next attempt looks.
      this.ensured.clear();
      throw error;
    } finally {
      this.statistics.forget();
    }
  }

  async removeChunks(selection: ChunkSelection): Promise<void> {
    const filter = toFilter(selection);
    await this.change((client) =>
      client.delete(this.collection, { ...this.changeOptions(), filter }),
    );
  }

  async setVisibility(documentId: string, visibility: Visibility): Promise<void> {
    const filter = toFilter({ documentId });
    const payload = { visibility };
    await this.change((client) =>
      client.setPayload(this.collection, { ...this.changeOptions(), payload, filter }),
    );
  }

  async search(query: StoreQuery): Promise<StoreResult> {
    const { collection, statistics } = this;
    const found = await this.whereThere(async (client) => {
      const facts = await this.findFacts(client);
      if (!facts) return null;
      const dense = this.fittingVector(query, facts);
      const ways = {
        dense: denseSearch(this.settings, { ...facts, dimension: facts.dimension ?? 0 }),
        consistency: readConsistency(this.settings),
      };
      const [candidates, common] = await Promise.all([
        searchPoints(client, collection, { ...query, dense }, ways),
        statistics.read(client, query.sparse.indices),
      ]);
      return { candidates, statistics: common };
    }, query.signal);
    if (found) return found;
    await this.requireUnexpected();
    return { candidates: [], statistics: { chunks: 0, holders: new Map() } };
  }

  /** @throws AppError `unavailable` also when the collection is gone and all chunks are asked for */
  async count(documentId?: string): Promise<number> {
    const filter = documentId === undefined ? undefined : toFilter({ documentId });
    const found = await this.whereThere((client) =>
      client.count(this.collection, { exact: true, filter }),
    );
    if (found) return found.count;
    if (documentId === undefined) await this.requireUnexpected();
    return 0;
  }

  /** Number of chunks of each document that has any. @throws as `count` */
  async countByDocument(): Promise<Map<string, number>> {
    const found = await this.whereThere((client) =>
      client.facet(this.collection, { key: 'documentId', limit: maxDocuments, exact: true }),
    );
    if (!found) await this.requireUnexpected();
    return new Map(found?.hits.map(({ value, count }) => [String(value), count]));
  }

  async warmUp(): Promise<void> {
    await this.count();
  }

  /** Brings the collection to what the environment asks for; resolves to whether it is there. */
  async adapt(): Promise<boolean> {
    const { collection, settings } = this;
    return this.qdrant.load(async (client) => {
      const info = await findCollection(client, collection);
      if (info) await adaptCollection(client, collection, { settings, info });
      return info !== null;
    });
  }

  async close(): Promise<void> {
    this.forget();
  }

  async destroy(): Promise<void> {
    this.forget();
    await this.change((client) => client.deleteCollection(this.collection));
  }

  private forget(): void {
    this.ensured.clear();
    this.facts = null;
    this.statistics.forget();
  }

  /** What is removed or hidden must be found by no search that begins afterwards: hence `wait`. */
  private changeOptions() {
    return { wait: true, ordering: writeOrdering(this.settings) };
  }

  /** A change of points; where there is no collection there is nothing to change. */
  private async change(call: (client: QdrantClient) => Promise<unknown>): Promise<void> {
    await this.qdrant.change(async (client) => {
      try {
        await call(client);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    });
    this.statistics.forget();
  }

  /** What a reading call gives; null where there is no collection. */
  private async whereThere<T>(
    call: (client: QdrantClient) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T | null> {
    return this.qdrant.read(async (client) => {
      try {
        return await call(client);
      } catch (error) {
        if (!isMissing(error)) throw error;
        this.forget();
        return null;
      }
    }, signal);
  }

  /** @throws AppError `unavailable` when the collection that is not there ought to be */
  private async requireUnexpected(): Promise<void> {
    if (!(await this.isExpected())) return;
    const { collection } = this;
    log().error({ event: 'qdrant-collection-missing', collection }, 'the index has been lost');
    throw unavailable('collection_missing');
  }

  private async findFacts(client: QdrantClient): Promise<Facts | null> {
    if (this.facts && this.facts.until > Date.now()) return this.facts;
    const info = await findCollection(client, this.collection);
    this.facts = info && {
      dimension: info.config.params.vectors[vectorNames.dense]?.size,
      points: info.points_count ?? 0,
      until: Date.now() + factsFreshMs,
    };
    return this.facts;
  }

  /** A vector of another dimension compares with none here: the search goes on by words. */
  private fittingVector({ dense }: StoreQuery, { dimension }: Facts): number[] | null {
    if (!dense || dense.length === dimension) return dense ?? null;
    const numbers = { collection: this.collection, found: dimension, wanted: dense.length };
    log().error({ event: 'index-dimension', ...numbers }, 'searching by words');
    return null;
  }

  /** A failed attempt is forgotten, so that the next call tries again. */
  private async ensure(dimension?: number): Promise<void> {
    const known = this.ensured.get(dimension);
    if (known) return known;
    const made = this.prepare(dimension);
    this.ensured.set(dimension, made);
    made.catch(() => this.ensured.delete(dimension));
    return made;
  }

  private async prepare(dimension: number | undefined): Promise<void> {
    const { qdrant, collection, settings } = this;
    const find = () => qdrant.load((client) => findCollection(client, collection));
    if (!(await find())) {
      await this.requireUnexpected();
      await qdrant.load((client) => createCollection(client, collection, { settings, dimension }));
    }
    const info = await find();
    if (!info) throw unavailable('collection_missing');
    requireDimension(info, collection, dimension);
    await qdrant.load((client) => adaptCollection(client, collection, { settings, info }));
  }
}
