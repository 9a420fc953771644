import type { Visibility } from '@/lib/auth/visibility';
import { DenseVectors, unitVector } from './dense-vectors';
import { type PostingBlock, Postings } from './postings';
import { type ChunkIds, SlotTable } from './slot-table';
import type {
  Candidate,
  ChunkSelection,
  SparseVector,
  StoreQuery,
  StoreResult,
  TermStatistics,
} from './store';
import { TopList } from './top-list';
import { type Allowed, VisibilityTable } from './visibility-table';

/** An `IndexedChunk` whose vectors may be typed arrays, which are read and not kept. */
export interface AddedChunk extends ChunkIds {
  /** One that nobody may search by is as good as hidden. */
  visibility: string;
  sparse: { indices: ArrayLike<number>; values: ArrayLike<number> };
  dense?: ArrayLike<number> | null;
}

/** Dead slots are passed over; when they are this many and a third of all, they are removed. */
const minDeadToCompact = 2000;

/**
 * The index in memory: inverted lists for sparse vectors and an exact scan of dense ones, both
 * passing over what may not be seen. Knows nothing of Postgres.
 */
export class EmbeddedIndex {
  private readonly slots = new SlotTable();
  private readonly visibilities = new VisibilityTable();
  private postings = new Postings();
  private readonly vectors = new DenseVectors();
  private scores = new Float32Array(1024);

  /** Adds chunks, or replaces those of the same version and id. */
  addChunks(chunks: AddedChunk[]): void {
    const isAdded = new Set(chunks.map(keyOf));
    for (const documentId of new Set(chunks.map((chunk) => chunk.documentId))) {
      for (const slot of [...this.slots.slotsOf(documentId)]) {
        if (isAdded.has(keyOf(this.slots.idsOf(slot)))) this.empty(slot);
      }
    }
    this.addNew(chunks);
  }

  /** Adds chunks that are not in the index. */
  addNew(chunks: Iterable<AddedChunk>): void {
    for (const chunk of chunks) this.addChunk(chunk);
  }

  /** Removes chunks as `IndexStore.removeChunks` does. */
  removeChunks(selection: ChunkSelection): void {
    for (const slot of this.slots.select(selection)) this.empty(slot);
  }

  /** Swaps documents' chunks in one step, so that no search meets a document half replaced. */
  replaceDocuments(documentIds: string[], chunks: Iterable<AddedChunk>): void {
    for (const documentId of documentIds) this.removeChunks({ documentId });
    this.addNew(chunks);
    const dead = this.slots.size - this.slots.live;
    const isWorn = dead >= minDeadToCompact && dead * 3 > this.slots.size;
    if (isWorn || this.postings.isScattered) this.compact();
  }

  /** Changes who may see a document's chunks. */
  setVisibility(documentId: string, visibility: Visibility): void {
    for (const slot of this.slots.slotsOf(documentId)) {
      this.visibilities.set(slot, visibility);
    }
  }

  /** Searches as `IndexStore.search` does. */
  search({ sparse, dense, visibilities, limit }: StoreQuery): StoreResult {
    const allowed = this.visibilities.allowed(visibilities);
    const vector = dense?.length ? unitVector(dense) : null;
    const holders = new Map(
      sparse.indices.map((term) => [term, this.countHolders(term, allowed)] as const),
    );
    const statistics = { chunks: allowed.chunks, holders };
    const lexical = this.scanSparse(sparse, statistics, allowed, limit);
    const near = vector ? this.scanDense(vector, allowed, limit) : [];
    const known = new Set(lexical.map(({ slot }) => slot));
    const candidates = [
      ...lexical.map(({ slot, score }) => this.toCandidate(slot, score, vector)),
      ...near.flatMap(({ slot }) =>
        known.has(slot) ? [] : [this.toCandidate(slot, null, vector)],
      ),
    ];
    return { candidates, statistics };
  }

  /** Number of chunks: all, or those of a document. */
  count(documentId?: string): number {
    return documentId === undefined ? this.slots.live : this.slots.slotsOf(documentId).size;
  }

  private toCandidate(
    slot: number,
    sparseScore: number | null,
    vector: Float32Array | null,
  ): Candidate {
    const denseScore = vector && this.vectors.cosine(vector, slot);
    return { ...this.slots.idsOf(slot), sparseScore, denseScore };
  }

  /**
   * How many of the chunks that may be seen hold a term: what others may read must not show in the
   * scores of those who may not.
   */
  private countHolders(term: number, { mask, chunks }: Allowed): number {
    const isWhole = chunks === this.slots.size;
    let count = 0;
    for (const { slots, start, end } of this.postings.blocks(term)) {
      if (isWhole) count += end - start;
      else {
        for (let entry = start; entry < end; entry++) {
          count += mask[this.visibilities.of[slots[2 * entry] as number] as number] as number;
        }
      }
    }
    return count;
  }

  private scanSparse(
    query: SparseVector,
    { chunks, holders }: TermStatistics,
    { mask }: Allowed,
    limit: number,
  ) {
    const touched: number[] = [];
    for (const [index, term] of query.indices.entries()) {
      const weight = (query.values[index] ?? 0) * idfOf(holders.get(term) ?? 0, chunks);
      for (const block of this.postings.blocks(term)) {
        this.scoreBlock(block, weight, mask, touched);
      }
    }
    const top = new TopList(limit);
    for (const slot of touched) {
      top.offer(slot, this.scores[slot] ?? 0);
      this.scores[slot] = 0;
    }
    return top.sorted();
  }

  private scoreBlock(
    { slots, weights, start, end }: PostingBlock,
    weight: number,
    mask: Uint8Array,
    touched: number[],
  ): void {
    const { scores } = this;
    const visibilityOf = this.visibilities.of;
    for (let entry = start; entry < end; entry++) {
      const slot = slots[2 * entry] as number;
      if (mask[visibilityOf[slot] as number] === 0) continue;
      if (scores[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] as number) + weight * (weights[2 * entry + 1] as number);
    }
  }

  private scanDense(vector: Float32Array, { mask }: Allowed, limit: number) {
    const visibilityOf = this.visibilities.of;
    const top = new TopList(limit);
    const isSeen = (slot: number) => mask[visibilityOf[slot] as number] === 1;
    this.vectors.scan(vector, this.slots.size, isSeen, (slot, cosine) => top.offer(slot, cosine));
    return top.sorted();
  }

  private addChunk({ visibility, sparse, dense, ...ids }: AddedChunk): void {
    const slot = this.slots.add(ids);
    this.ensureRoom(slot + 1);
    this.vectors.set(slot, dense);
    this.visibilities.set(slot, visibility);
    this.postings.add(slot, sparse.indices, sparse.values);
  }

  private empty(slot: number): void {
    this.slots.remove(slot);
    this.visibilities.clear(slot);
  }

  /** Renumbers the live slots without gaps. */
  private compact(): void {
    const renumbered = this.slots.compact();
    for (const [from, to] of renumbered.entries()) {
      if (to < 0) continue;
      this.visibilities.move(from, to);
      this.vectors.move(from, to);
    }
    this.postings = this.postings.compacted(renumbered);
  }

  private ensureRoom(slots: number): void {
    if (slots <= this.scores.length) return;
    this.scores = new Float32Array(Math.max(slots, this.scores.length * 2));
  }
}

/** As Qdrant's `modifier: idf` has it. */
function idfOf(holders: number, chunks: number): number {
  return Math.log(1 + (chunks - holders + 0.5) / (holders + 0.5));
}

function keyOf({ versionId, chunkId }: ChunkIds): string {
  return `${versionId}/${chunkId}`;
}
