import type { Schemas } from '@qdrant/js-client-rest';
import type { Env } from '@/lib/env';

/** How a collection keeps its points, as the environment asks. */
export interface QdrantSettings {
  quantization: 'none' | 'scalar' | 'binary';
  onDisk: { vectors: boolean; sparse: boolean; payload: boolean };
  /** Parts that a new collection is cut into; the server's own choice when absent. */
  shards?: number;
  /** Copies of each part, on as many nodes. */
  replicas: number;
  /** Copies that must hold a change before it counts. */
  writeConsistency: number;
}

export const plainSettings: QdrantSettings = {
  quantization: 'none',
  onDisk: { vectors: false, sparse: false, payload: false },
  replicas: 1,
  writeConsistency: 1,
};

type Variables = Pick<
  Env,
  | 'QDRANT_QUANTIZATION'
  | 'QDRANT_ON_DISK'
  | 'QDRANT_SHARDS'
  | 'QDRANT_REPLICAS'
  | 'QDRANT_WRITE_CONSISTENCY'
>;

/** What the environment asks for; of several copies most must hold a change, unless it says else. */
export function qdrantSettings(env: Variables): QdrantSettings {
  const onDisk = (part: keyof QdrantSettings['onDisk']) =>
    Boolean(env.QDRANT_ON_DISK?.includes(part));
  const replicas = env.QDRANT_REPLICAS;
  return {
    quantization: env.QDRANT_QUANTIZATION,
    onDisk: { vectors: onDisk('vectors'), sparse: onDisk('sparse'), payload: onDisk('payload') },
    shards: env.QDRANT_SHARDS,
    replicas,
    writeConsistency: env.QDRANT_WRITE_CONSISTENCY ?? Math.floor(replicas / 2) + 1,
  };
}

/**
 * In which order the copies take changes: one node leads, so that no copy ends with an older label
 * of a chunk than another. `medium` lets another node lead when that one is away.
 */
export function writeOrdering({ replicas }: QdrantSettings): Schemas['WriteOrdering'] {
  return replicas > 1 ? 'medium' : 'weak';
}

/**
 * How many copies a search asks, so that it meets every change that counts: one where all copies
 * must hold a change, else most of them.
 */
export function readConsistency(settings: QdrantSettings): Schemas['ReadConsistency'] | undefined {
  return settings.writeConsistency < settings.replicas ? 'majority' : undefined;
}

/** The dense vectors a search may compare one by one: some 15 ms for each 25 million numbers. */
const exactNumbers = 50_000_000;
/**
 * Neighbours kept in hand while the graph is walked: five times the 50 candidates a search asks
 * for, so that one in a hundred is missed at most in the usual measurements of HNSW.
 */
const beam = 256;
/** Candidates taken by their shortened vectors, as a multiple of those that are then compared whole. */
const oversampling = { scalar: 2, binary: 4 } as const;

interface Size {
  points: number;
  dimension: number;
}

/**
 * How nearest vectors are looked for. A graph of neighbours may miss some, the more the fewer of
 * its points a person may see, so as long as it is cheap every vector is compared, whole: a search
 * with a filter finds exactly the best of those allowed. In larger collections the graph is walked
 * widely; Qdrant itself goes back to comparing all when a filter leaves few.
 */
export function denseSearch(
  { quantization }: QdrantSettings,
  { points, dimension }: Size,
): Schemas['SearchParams'] {
  if (points * dimension <= exactNumbers) return { exact: true };
  if (quantization === 'none') return { hnsw_ef: beam };
  const rescoring = { rescore: true, oversampling: oversampling[quantization] };
  return { hnsw_ef: beam, quantization: rescoring };
}
