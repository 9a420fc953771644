import type { QdrantClient } from '@qdrant/js-client-rest';
import { AppError } from '@/lib/errors';
import { statusOf } from './qdrant-call';

/** Names of the two vectors of a point. */
export const vectorNames = { dense: 'dense', sparse: 'sparse' } as const;

/**
 * Makes the collection where it is missing: sparse vectors whose IDF Qdrant adds, dense ones when
 * there is an embedding model, and indexes on what filters name.
 * @throws AppError `index_dimension` when it was made for another embedding model.
 */
export async function ensureCollection(
  client: QdrantClient,
  collection: string,
  dimension: number | undefined,
): Promise<void> {
  const { exists } = await client.collectionExists(collection);
  if (exists) return checkDimension(client, collection, dimension);
  try {
    await client.createCollection(collection, {
      vectors: dimension ? { [vectorNames.dense]: { size: dimension, distance: 'Cosine' } } : {},
      sparse_vectors: { [vectorNames.sparse]: { modifier: 'idf' } },
    });
  } catch (error) {
    // Another process was faster.
    if (statusOf(error) !== 409) throw error;
    return checkDimension(client, collection, dimension);
  }
  for (const field_name of ['visibility', 'documentId', 'versionId']) {
    await client.createPayloadIndex(collection, {
      field_name,
      field_schema: 'keyword',
      wait: true,
    });
  }
}

async function checkDimension(
  client: QdrantClient,
  collection: string,
  wanted: number | undefined,
): Promise<void> {
  if (wanted === undefined) return;
  const { config } = await client.getCollection(collection);
  const dense: unknown = config.params.vectors?.[vectorNames.dense as keyof object];
  const found = hasSize(dense) ? dense.size : 0;
  if (found !== wanted) throw new AppError('index_dimension', { collection, found, wanted });
}

function hasSize(vector: unknown): vector is { size: number } {
  return (
    typeof vector === 'object' &&
    vector !== null &&
    'size' in vector &&
    typeof vector.size === 'number'
  );
}
