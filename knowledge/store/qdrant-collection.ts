import type { QdrantClient } from '@qdrant/js-client-rest';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import {
  type CollectionInfo,
  collectionInfoSchema,
  payloadIndexes,
  toChanges,
  toMaking,
  vectorNames,
} from './qdrant-making';
import type { QdrantSettings } from './qdrant-settings';
import { isMissing, statusOf } from './qdrant-trouble';

/** What the server tells of a collection; null where there is none. */
export async function findCollection(
  client: QdrantClient,
  collection: string,
): Promise<CollectionInfo | null> {
  try {
    return collectionInfoSchema.parse(await client.getCollection(collection));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Makes the collection, unless another process was faster. */
export async function createCollection(
  client: QdrantClient,
  collection: string,
  { settings, dimension }: { settings: QdrantSettings; dimension: number | undefined },
): Promise<void> {
  try {
    await client.createCollection(collection, toMaking(settings, dimension));
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
  }
}

/**
 * Brings a collection to what the environment asks for, as far as that can be changed: indexes on
 * what filters name, quantisation, what lies on disk, copies. The number of shards cannot.
 */
export async function adaptCollection(
  client: QdrantClient,
  collection: string,
  { settings, info }: { settings: QdrantSettings; info: CollectionInfo },
): Promise<void> {
  for (const [field_name, field_schema] of Object.entries(payloadIndexes)) {
    if (field_name in info.payload_schema) continue;
    await client.createPayloadIndex(collection, { field_name, field_schema, wait: true });
  }
  const changes = toChanges(settings, info);
  if (changes) {
    await client.updateCollection(collection, changes);
    log().info({ event: 'qdrant-settings-changed', collection, changes });
    if (changes.params?.replication_factor) tellReplicas(collection, settings);
  }
  const { shard_number: found } = info.config.params;
  const wanted = settings.shards ?? found;
  if (found !== wanted) tellShards(collection, { found, wanted });
}

function tellShards(collection: string, numbers: { found: number; wanted: number }): void {
  log().warn(
    { event: 'qdrant-shards', collection, ...numbers },
    'The number of shards of a collection is fixed when it is made. `npm run frontdesk -- reindex` makes one with QDRANT_SHARDS.',
  );
}

function tellReplicas(collection: string, { replicas }: QdrantSettings): void {
  log().warn(
    { event: 'qdrant-replicas', collection, replicas },
    'Some versions of Qdrant copy what is there only when told to by hand. `npm run frontdesk -- reindex` makes a collection with QDRANT_REPLICAS from the start.',
  );
}

/** @throws AppError `index_dimension` when it was made for another embedding model */
export function requireDimension(
  { config: { params } }: CollectionInfo,
  collection: string,
  wanted: number | undefined,
): void {
  const found = params.vectors[vectorNames.dense]?.size ?? 0;
  if (wanted === undefined || found === wanted) return;
  throw new AppError('index_dimension', { collection, found, wanted });
}
