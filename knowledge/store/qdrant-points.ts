import type { Schemas } from '@qdrant/js-client-rest';
import { sha256 } from '@/lib/ids';
import { vectorNames } from './qdrant-making';
import type { Point } from './qdrant-upsert';
import type { ChunkSelection, IndexedChunk } from './store';

/** A chunk as a point. */
export function toPoint({ visibility, sparse, dense, ...ids }: IndexedChunk): Point {
  const vector = dense
    ? { [vectorNames.sparse]: sparse, [vectorNames.dense]: dense }
    : { [vectorNames.sparse]: sparse };
  return { id: pointId(ids), vector, payload: { ...ids, visibility } };
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

/** The points of these chunks. */
export function toFilter(selection: ChunkSelection): Schemas['Filter'] {
  const { documentId, versionId, exceptVersions = [], chunkId } = selection;
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
