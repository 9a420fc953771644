import type { Visibility } from '@/lib/auth/visibility';
import { DenseVectors } from './dense-vectors';
import { Postings } from './postings';
import type {
  Candidate,
  ChunkSelection,
  IndexedChunk,
  SparseVector,
  StoreQuery,
  StoreResult,
} from './store';
import { TopList } from './top-list';

interface Slot {
  chunkId: string;
  versionId: string;
  documentId: string;
  terms: Uint32Array;
}

/** Dead slots are passed over; when they are this many and a third of all, they are removed. */
const minDeadToCompact = 2000;

/**
 * The index in memory: inverted lists for sparse vectors and an exact scan of dense ones, both
 * passing over what may not be seen. Knows nothing of Postgres.
 */
export class EmbeddedIndex {
  private slots: (Slot | undefined)[] = [];
  /** Per slot the number of its visibility; 0 is a dead slot. */
  private visibilityOf = new Uint16Array(1024);
  private readonly visibilityNumbers = new Map<Visibility, number>();
  /** By document, then by version and chunk. */
  private readonly slotsOfDocument = new Map<string, Map<string, number>>();
  private readonly postings = new Postings();
  private readonly vectors = new DenseVectors();
  private scores = new Float32Array(1024);
  private live = 0;

  /** Adds chunks, or replaces those of the same version and id. */
  addChunks(chunks: IndexedChunk[]): void {
    for (const { documentId, ...chunk } of chunks) this.drop(documentId, keyOf(chunk));
    const counts = new Map<number, number>();
    for (const { sparse } of chunks) {
      for (const term of sparse.indices) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    this.postings.reserve(counts);
    for (const chunk of chunks) this.addChunk(chunk);
  }

  /** Removes chunks as `IndexStore.removeChunks` does. */
  removeChunks(selection: ChunkSelection): void {
    const { documentId } = selection;
    for (const [key, slot] of [...(this.slotsOfDocument.get(documentId) ?? [])]) {
      const entry = this.slots[slot];
      if (entry && isSelected(entry, selection)) this.drop(documentId, key);
    }
  }

  /** Swaps documents' chunks in one step, so that no search meets a document half replaced. */
  replaceDocuments(documentIds: string[], chunks: IndexedChunk[]): void {
    for (const documentId of documentIds) this.removeChunks({ documentId });
    this.addChunks(chunks);
    const dead = this.slots.length - this.live;
    if (dead >= minDeadToCompact && dead * 3 > this.slots.length) this.compact();
  }

  /** Changes who may see a document's chunks. */
  setVisibility(documentId: string, visibility: Visibility): void {
    for (const slot of this.slotsOfDocument.get(documentId)?.values() ?? []) {
      this.visibilityOf[slot] = this.visibilityNumber(visibility);
    }
  }

  /** Searches as `IndexStore.search` does. */
  search({ sparse, dense, visibilities, limit }: StoreQuery): StoreResult {
    const isAllowed = this.allowed(visibilities);
    const lexical = this.scanSparse(sparse, isAllowed, limit);
    const near = dense?.length ? this.scanDense(dense, isAllowed, limit) : [];
    const known = new Set(lexical.map(({ slot }) => slot));
    const candidates = [
      ...lexical.map(({ slot, score }) => this.toCandidate(slot, score, dense)),
      ...near.flatMap(({ slot }) => (known.has(slot) ? [] : [this.toCandidate(slot, null, dense)])),
    ];
    const holders = new Map(
      sparse.indices.map((term) => [term, this.postings.frequency(term)] as const),
    );
    return { candidates, statistics: { chunks: this.live, holders } };
  }

  /** Number of chunks: all, or those of a document. */
  count(documentId?: string): number {
    if (documentId === undefined) return this.live;
    return this.slotsOfDocument.get(documentId)?.size ?? 0;
  }

  private toCandidate(
    slot: number,
    sparseScore: number | null,
    dense?: number[] | null,
  ): Candidate {
    const { chunkId, versionId, documentId } = this.slots[slot] as Slot;
    const denseScore = dense?.length ? this.vectors.cosine(dense, slot) : null;
    return { chunkId, versionId, documentId, sparseScore, denseScore };
  }

  private idfOf(term: number): number {
    const holders = this.postings.frequency(term);
    return Math.log(1 + (this.live - holders + 0.5) / (holders + 0.5));
  }

  private allowed(visibilities: Visibility[]): Uint8Array {
    const isAllowed = new Uint8Array(this.visibilityNumbers.size + 1);
    for (const visibility of visibilities) {
      const number = this.visibilityNumbers.get(visibility);
      if (number !== undefined) isAllowed[number] = 1;
    }
    return isAllowed;
  }

  private scanSparse(query: SparseVector, isAllowed: Uint8Array, limit: number) {
    const { visibilityOf, scores } = this;
    const touched: number[] = [];
    for (const [index, term] of query.indices.entries()) {
      const list = this.postings.list(term);
      if (!list) continue;
      const weight = (query.values[index] ?? 0) * this.idfOf(term);
      for (let i = 0; i < list.slots.length; i++) {
        const slot = list.slots[i] as number;
        if (isAllowed[visibilityOf[slot] as number] === 0) continue;
        if (scores[slot] === 0) touched.push(slot);
        scores[slot] = (scores[slot] as number) + weight * (list.weights[i] as number);
      }
    }
    const top = new TopList(limit);
    for (const slot of touched) {
      top.offer(slot, scores[slot] ?? 0);
      scores[slot] = 0;
    }
    return top.sorted();
  }

  private scanDense(query: number[], isAllowed: Uint8Array, limit: number) {
    const top = new TopList(limit);
    const isSeen = (slot: number) => isAllowed[this.visibilityOf[slot] as number] === 1;
    this.vectors.scan(query, this.slots.length, isSeen, (slot, cosine) => top.offer(slot, cosine));
    return top.sorted();
  }

  private addChunk({ visibility, sparse, dense, ...ids }: IndexedChunk): void {
    const { documentId } = ids;
    const slot = this.slots.length;
    this.ensureSlots(slot + 1);
    const terms = Uint32Array.from(sparse.indices);
    this.slots.push({ ...ids, terms });
    this.vectors.set(slot, dense);
    this.visibilityOf[slot] = this.visibilityNumber(visibility);
    const ofDocument = this.slotsOfDocument.get(documentId) ?? new Map<string, number>();
    this.slotsOfDocument.set(documentId, ofDocument.set(keyOf(ids), slot));
    for (const [index, term] of sparse.indices.entries()) {
      this.postings.add(term, slot, sparse.values[index] ?? 0);
    }
    this.live += 1;
  }

  private drop(documentId: string, key: string): void {
    const ofDocument = this.slotsOfDocument.get(documentId);
    const slot = ofDocument?.get(key);
    if (slot === undefined) return;
    for (const term of this.slots[slot]?.terms ?? []) this.postings.forget(term);
    this.slots[slot] = undefined;
    this.visibilityOf[slot] = 0;
    ofDocument?.delete(key);
    if (ofDocument?.size === 0) this.slotsOfDocument.delete(documentId);
    this.live -= 1;
  }

  /** Renumbers the live slots without gaps. */
  private compact(): void {
    const renumbered = new Int32Array(this.slots.length).fill(-1);
    const slots: Slot[] = [];
    for (const [slot, entry] of this.slots.entries()) {
      if (!entry) continue;
      renumbered[slot] = slots.length;
      this.visibilityOf[slots.length] = this.visibilityOf[slot] ?? 0;
      this.slotsOfDocument.get(entry.documentId)?.set(keyOf(entry), slots.length);
      this.vectors.move(slot, slots.length);
      slots.push(entry);
    }
    this.postings.compact(renumbered);
    this.slots = slots;
  }

  private visibilityNumber(visibility: Visibility): number {
    const known = this.visibilityNumbers.get(visibility);
    if (known !== undefined) return known;
    const number = this.visibilityNumbers.size + 1;
    this.visibilityNumbers.set(visibility, number);
    return number;
  }

  private ensureSlots(size: number): void {
    if (size <= this.scores.length) return;
    const room = Math.max(size, this.scores.length * 2);
    const visibilityOf = new Uint16Array(room);
    visibilityOf.set(this.visibilityOf);
    this.visibilityOf = visibilityOf;
    this.scores = new Float32Array(room);
  }
}

function keyOf({ versionId, chunkId }: { versionId: string; chunkId: string }): string {
  return `${versionId}/${chunkId}`;
}

function isSelected(
  entry: Slot,
  { versionId, exceptVersions = [], chunkId }: ChunkSelection,
): boolean {
  return (
    (versionId === undefined || entry.versionId === versionId) &&
    !exceptVersions.includes(entry.versionId) &&
    (chunkId === undefined || entry.chunkId === chunkId)
  );
}
