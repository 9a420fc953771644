import type { Visibility } from '@/lib/auth/visibility';

/** A sparse vector: term hashes (unsigned 32 bit, each once) and the weight of each. */
export interface SparseVector {
  indices: number[];
  values: number[];
}

/** A chunk as the index keeps it. Title, page and text stay in Postgres. */
export interface IndexedChunk {
  chunkId: string;
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
  /** How many candidates to return. */
  limit: number;
  signal?: AbortSignal;
}

/** A chunk the index holds to be relevant, best first. Scores compare within one search only. */
export interface Candidate {
  chunkId: string;
  documentId: string;
  score: number;
}

/** How common terms are. */
export interface TermStatistics {
  /** Number of chunks in the index. */
  chunks: number;
  /** How many chunks hold each term; terms that none holds may be absent. */
  holders: Map<number, number>;
}

/** What a search in the index gives. */
export interface StoreResult {
  /** Best first. */
  candidates: Candidate[];
  /** Of the terms of the sparse query, over chunks of every visibility. */
  statistics: TermStatistics;
}

/**
 * The index of all chunks. Postgres is the source of truth: write the rows first, then the index.
 * Every method throws AppError `unavailable` when the index cannot be reached.
 */
export interface IndexStore {
  /** Adds chunks, or replaces those with the same id. Found by any search that begins afterwards. */
  upsertChunks(chunks: IndexedChunk[]): Promise<void>;
  /** Removes all chunks of a document. */
  deleteDocument(documentId: string): Promise<void>;
  /** Changes who may see a document's chunks. */
  setVisibility(documentId: string, visibility: Visibility): Promise<void>;
  /** The best chunks among those visible, and how common the terms asked for are. */
  search(query: StoreQuery): Promise<StoreResult>;
  /** Number of chunks, of every visibility. */
  count(): Promise<number>;
}
