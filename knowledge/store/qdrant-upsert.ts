import type { Qdrant } from './qdrant-call';
import { type QdrantSettings, writeOrdering } from './qdrant-settings';
import { statusOf } from './qdrant-trouble';

/** A point as it is sent. */
export interface Point {
  id: string;
  vector: { sparse: { indices: number[]; values: number[] }; dense?: number[] };
  payload: Record<string, string>;
}

/** Points and bytes sent at once. Qdrant refuses bodies over 32 MB. */
const batchPoints = 200;
const batchBytes = 8_000_000;
/** Batches on their way at once: one is written while the next is read. */
const batchesInFlight = 3;
/** The most that one number takes as JSON, with its comma. */
const numberBytes = 26;

interface Target {
  collection: string;
  settings: QdrantSettings;
}

/**
 * Sends points in batches, a few at a time. Resolves when all are found by any search: a document
 * is said to be ready after it, and its earlier version taken out. After a failure no further batch
 * is begun.
 */
export async function sendPoints(qdrant: Qdrant, target: Target, points: Point[]): Promise<void> {
  const batches = toBatches(points);
  let hasFailed = false;
  const sendNext = async (): Promise<void> => {
    const batch = batches.shift();
    if (!batch || hasFailed) return;
    try {
      await sendBatch(qdrant, target, batch);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
    return sendNext();
  };
  await Promise.all(Array.from({ length: batchesInFlight }, sendNext));
}

/** A server or a proxy before it that takes less at once gets less. */
async function sendBatch(qdrant: Qdrant, target: Target, points: Point[]): Promise<void> {
  const { collection, settings } = target;
  const isTooLarge = await qdrant.load(async (client) => {
    try {
      await client.upsert(collection, { wait: true, ordering: writeOrdering(settings), points });
      return false;
    } catch (error) {
      if (statusOf(error) === 413 && points.length > 1) return true;
      throw error;
    }
  });
  if (!isTooLarge) return;
  const half = Math.ceil(points.length / 2);
  await sendBatch(qdrant, target, points.slice(0, half));
  await sendBatch(qdrant, target, points.slice(half));
}

/** Cuts points into batches by count and by the most that their JSON may take. */
function toBatches(points: Point[]): Point[][] {
  const batches: Point[][] = [];
  let bytes = 0;
  for (const point of points) {
    const size = sizeOf(point);
    const batch = batches.at(-1);
    if (batch && batch.length < batchPoints && bytes + size <= batchBytes) {
      batch.push(point);
      bytes += size;
    } else {
      batches.push([point]);
      bytes = size;
    }
  }
  return batches;
}

function sizeOf({ vector, payload }: Point): number {
  const numbers = vector.sparse.indices.length * 2 + (vector.dense?.length ?? 0);
  return numbers * numberBytes + JSON.stringify(payload).length + 200;
}
