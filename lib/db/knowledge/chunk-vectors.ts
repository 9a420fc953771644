import { and, asc, eq, sql } from 'drizzle-orm';
import { chunks, chunkVectors } from '@/drizzle/schema/knowledge';
import { db, type Executor } from '../client';
import { batches } from './batches';

/** What a chunk means to one embedding model. */
export interface ChunkVector {
  chunkId: string;
  model: string;
  vector: number[];
}

/** Keeps vectors of a version's chunks, in the place of those of the same model. */
export async function addVectors(
  executor: Executor,
  versionId: string,
  vectors: ChunkVector[],
): Promise<void> {
  for (const batch of batches(vectors)) {
    await executor
      .insert(chunkVectors)
      .values(batch.map(({ chunkId, model, vector }) => ({ versionId, chunkId, model, vector })))
      .onConflictDoUpdate({
        target: [chunkVectors.versionId, chunkVectors.chunkId, chunkVectors.model],
        set: { vector: sql`excluded.vector` },
      });
  }
}

/** All chunks of a version in reading order, with their vectors of one model where they have them. */
export async function listChunksWithVectors(
  versionId: string,
  model: string,
  executor: Executor = db(),
) {
  return executor
    .select({ chunk: chunks, vector: chunkVectors.vector })
    .from(chunks)
    .leftJoin(
      chunkVectors,
      and(
        eq(chunkVectors.versionId, chunks.versionId),
        eq(chunkVectors.chunkId, chunks.id),
        eq(chunkVectors.model, model),
      ),
    )
    .where(eq(chunks.versionId, versionId))
    .orderBy(asc(chunks.seq));
}

/** Forgets the vectors of an embedding model that no index uses any more. */
export async function deleteVectors(model: string): Promise<void> {
  await db().delete(chunkVectors).where(eq(chunkVectors.model, model));
}
