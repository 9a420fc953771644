import type { Visibility } from '@/lib/auth/visibility';

/** A sparse vector: term hashes (unsigned 32 bit, each once) and the weight of each. */
export interface SparseVector {
  indices: number[];
  values: number[];
}

/** A chunk as the index keeps it. Title, page and text stay in Postgres. */
export interface IndexedChunk {
  chunkId: string;
  /** The version of the document that it is of; two versions may hold the same chunk for a while. */
  versionId: string;
  documentId: string;
  visibility: Visibility;
  sparse: SparseVector;
  /** Embedding, where `EMBEDDINGS` is set. All chunks of an index have the same dimension. */
  dense?: number[] | null;
}

/** What to look for, and what may be seen. */
export interface StoreQuery {
  sparse: SparseVector;
  dense?: number[] | null;
  /** Chunks of any other visibility are left out inside the index, never afterwards. */
  visibilities: Visibility[];
  /** How many candidates to return, by words and by meaning each. */
  limit: number;
  signal?: AbortSignal;
}

/** A chunk the index holds to be relevant. */
export interface Candidate {
  chunkId: string;
  versionId: string;
  documentId: string;
  /** BM25 of the sparse vectors; null where only its meaning is near. Compares within one search. */
  sparseScore: number | null;
  /** Cosine of the dense vectors, -1 to 1; null where the question or the chunk has none. */
  denseScore: number | null;
}

/** How common terms are. */
export interface TermStatistics {
  /** Number of chunks counted over. */
  chunks: number;
  /** How many chunks hold each term; terms that none holds may be absent. */
  holders: Map<number, number>;
}

/** What a search in the index gives. */
export interface StoreResult {
  /** Best by words first, then those found only by meaning, best first; each once. */
  candidates: Candidate[];
  /**
   * Of the terms of the sparse query: over the chunks that may be seen, so that scores tell nothing
   * of others. Qdrant has one IDF for its whole collection and counts over that.
   */
  statistics: TermStatistics;
}

/** Chunks of a document: all, those of one version or of all but some, a single one. */
export interface ChunkSelection {
  documentId: string;
  versionId?: string;
  exceptVersions?: string[];
  chunkId?: string;
}

/**
 * The index of all chunks. Postgres is the source of truth: write the rows first, then the index.
 * Every method throws AppError `unavailable` when the index cannot be reached.
 */
export interface IndexStore {
  /** Adds chunks, or replaces those of the same version and id. Found by any later search. */
  upsertChunks(chunks: IndexedChunk[]): Promise<void>;
  /** Removes chunks; those that are not there are no fault. */
  removeChunks(selection: ChunkSelection): Promise<void>;
  /** Changes who may see a document's chunks. */
  setVisibility(documentId: string, visibility: Visibility): Promise<void>;
  /** The best chunks among those visible, and how common the terms asked for are. */
  search(query: StoreQuery): Promise<StoreResult>;
  /** Number of chunks, of every visibility: all, or those of a document. */
  count(documentId?: string): Promise<number>;
  /** Loads what a first search would have to wait for. */
  warmUp(): Promise<void>;
  /** Lets go of what it holds; the chunks stay. */
  close(): Promise<void>;
  /** Removes the index with all its chunks. */
  destroy(): Promise<void>;
}
