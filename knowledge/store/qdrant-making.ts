import type { Schemas } from '@qdrant/js-client-rest';
import { z } from 'zod';
import type { QdrantSettings } from './qdrant-settings';

/** Names of the two vectors of a point. */
export const vectorNames = { dense: 'dense', sparse: 'sparse' } as const;

const placed = z.object({ on_disk: z.boolean().nullish() });

/** What the server tells of a collection, as far as it matters here. */
export const collectionInfoSchema = z.object({
  points_count: z.number().nullish(),
  payload_schema: z.record(z.string(), z.unknown()).default({}),
  config: z.object({
    params: z.object({
      vectors: z
        .object({ [vectorNames.dense]: placed.extend({ size: z.number() }).optional() })
        .default({}),
      sparse_vectors: z
        .object({ [vectorNames.sparse]: z.object({ index: placed.nullish() }).optional() })
        .nullish(),
      on_disk_payload: z.boolean().nullish(),
      shard_number: z.number().default(1),
      replication_factor: z.number().default(1),
      write_consistency_factor: z.number().default(1),
    }),
    quantization_config: z.record(z.string(), z.unknown()).nullish(),
  }),
});
export type CollectionInfo = z.infer<typeof collectionInfoSchema>;

const quantizations = {
  none: null,
  // Without the farthest one in a hundred the others are told apart more finely.
  scalar: { scalar: { type: 'int8', quantile: 0.99, always_ram: true } },
  binary: { binary: { always_ram: true } },
} as const satisfies Record<QdrantSettings['quantization'], Schemas['QuantizationConfig'] | null>;

/**
 * Links between neighbours in the graph of dense vectors: `m` among all points, `payload_m` among
 * those of each visibility, so that a search within one does not lose its way.
 */
const graph = { m: 16, payload_m: 16, ef_construct: 200 };

/** Indexed before the first point comes, for the graph gets its links by them. */
export const payloadIndexes = {
  // Every search names visibilities: chunks of one lie together on disk.
  visibility: { type: 'keyword', is_tenant: true },
  documentId: { type: 'keyword' },
  versionId: { type: 'keyword' },
  chunkId: { type: 'keyword' },
} as const satisfies Record<string, Schemas['KeywordIndexParams']>;

/** A collection for dense vectors of this dimension, or for none. */
export function toMaking(
  settings: QdrantSettings,
  dimension: number | undefined,
): Schemas['CreateCollection'] {
  const { onDisk } = settings;
  const dense = dimension && {
    [vectorNames.dense]: { size: dimension, distance: 'Cosine' as const, on_disk: onDisk.vectors },
  };
  return {
    vectors: dense || {},
    sparse_vectors: toSparse(settings),
    hnsw_config: graph,
    quantization_config: quantizations[settings.quantization] ?? undefined,
    on_disk_payload: onDisk.payload,
    shard_number: settings.shards,
    replication_factor: settings.replicas,
    write_consistency_factor: settings.writeConsistency,
  };
}

function toSparse({ onDisk }: QdrantSettings) {
  return { [vectorNames.sparse]: { modifier: 'idf' as const, index: { on_disk: onDisk.sparse } } };
}

/** What to change of a collection that was made with other settings; null for nothing. */
export function toChanges(
  settings: QdrantSettings,
  { config: { params, quantization_config } }: CollectionInfo,
): Schemas['UpdateCollection'] | null {
  const { onDisk, replicas, writeConsistency, quantization } = settings;
  const dense = params.vectors[vectorNames.dense];
  const sparse = params.sparse_vectors?.[vectorNames.sparse];
  const kept = Object.keys(quantization_config ?? {})[0] ?? 'none';
  const changes: Schemas['UpdateCollection'] = {};
  if (dense && Boolean(dense.on_disk) !== onDisk.vectors) {
    changes.vectors = { [vectorNames.dense]: { on_disk: onDisk.vectors } };
  }
  if (Boolean(sparse?.index?.on_disk) !== onDisk.sparse)
    changes.sparse_vectors = toSparse(settings);
  if (kept !== quantization) {
    changes.quantization_config = quantizations[quantization] ?? 'Disabled';
  }
  const base: Schemas['CollectionParamsDiff'] = {};
  if (Boolean(params.on_disk_payload) !== onDisk.payload) base.on_disk_payload = onDisk.payload;
  if (params.replication_factor !== replicas) base.replication_factor = replicas;
  if (params.write_consistency_factor !== writeConsistency) {
    base.write_consistency_factor = writeConsistency;
  }
  if (Object.keys(base).length > 0) changes.params = base;
  return Object.keys(changes).length > 0 ? changes : null;
}
