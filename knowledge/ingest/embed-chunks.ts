import { type ChunkVector, listChunksWithVectors } from '@/lib/db/knowledge/chunk-vectors';
import { embedder } from '../embed/embedder';

/** Texts embedded at once: as many as embedding servers take in one request. */
const batchSize = 64;

/** What of a chunk is embedded. */
export interface EmbeddableChunk {
  id: string;
  headingPath: string[];
  text: string;
}

interface EmbedOptions {
  /** A version whose vectors serve again where its passages say the same. */
  reuseFrom?: string | null;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** The vectors, and how many of them needed no embedding. */
export interface Embedded {
  vectors: ChunkVector[];
  reused: number;
}

/**
 * The meaning of chunks to an embedding model; none where the model is `none`. Passages that say
 * what they said in the version before keep their vectors.
 * @throws whatever the embedding server fails with
 */
export async function embedChunks(
  chunks: EmbeddableChunk[],
  model: string,
  { reuseFrom, onProgress, signal }: EmbedOptions = {},
): Promise<Embedded> {
  const server = embedder(model);
  if (!server) return { vectors: [], reused: 0 };
  const known = reuseFrom ? await knownVectors(reuseFrom, model) : new Map<string, number[]>();
  const vectors: ChunkVector[] = [];
  const missing: EmbeddableChunk[] = [];
  for (const chunk of chunks) {
    const vector = known.get(textToEmbed(chunk));
    if (vector) vectors.push({ chunkId: chunk.id, model, vector });
    else missing.push(chunk);
  }
  const reused = vectors.length;
  for (let at = 0; at < missing.length; at += batchSize) {
    signal?.throwIfAborted();
    const batch = missing.slice(at, at + batchSize);
    const made = await server.embedDocuments(batch.map(textToEmbed));
    for (const [index, { id }] of batch.entries()) {
      vectors.push({ chunkId: id, model, vector: vectorAt(made, index) });
    }
    onProgress?.(vectors.length, chunks.length);
  }
  return { vectors, reused };
}

function vectorAt(made: number[][], index: number): number[] {
  const vector = made[index];
  if (!vector?.length) throw new Error('the embedding server left out a vector');
  return vector;
}

async function knownVectors(versionId: string, model: string): Promise<Map<string, number[]>> {
  const rows = await listChunksWithVectors(versionId, model);
  return new Map(
    rows.flatMap(({ chunk, vector }) => (vector ? [[textToEmbed(chunk), vector] as const] : [])),
  );
}

/** A passage out of its context means little; its headings give it back. */
function textToEmbed({ headingPath, text }: Omit<EmbeddableChunk, 'id'>): string {
  return [...headingPath, text].join('\n');
}
