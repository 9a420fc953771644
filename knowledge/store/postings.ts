import { grown } from './grown';
import { TermNumbers } from './term-numbers';

/** Entries in a segment of the pool, as a power of two. Segments are never moved: growing copies nothing. */
const segmentBits = 18;
const segmentSize = 1 << segmentBits;
const offsetMask = segmentSize - 1;
/** A block that follows has room for half of what its term has so far, within these. */
const minRoom = 2;
const maxRoom = 8192;

interface Segment {
  slots: Uint32Array;
  weights: Float32Array;
}

/** A stretch of a term's entries: parallel arrays, from `start` up to `end`. */
export interface PostingBlock extends Segment {
  start: number;
  end: number;
}

/**
 * Which slots hold a term, and with what weight, for every term: chains of blocks in a pool of
 * typed arrays. A term that outgrows its block gets another, larger one. Before a block's entries
 * stands, as an entry of its own, the address of the next block and the room of this one.
 */
export class Postings {
  private readonly numbers = new TermNumbers();
  /** By a term's number: the addresses of its first and last block; entries in the last, and in all. */
  private heads = new Uint32Array(1024);
  private tails = new Uint32Array(1024);
  private inTail = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private readonly segments: Segment[] = [];
  /** The address after the last block. No block begins at 0: that stands for none. */
  private end = 1;

  /** Adds one chunk's weight for a term. */
  add(term: number, slot: number, weight: number): void {
    const id = this.numbers.ensure(term);
    if (id >= this.heads.length) this.growTerms();
    this.append(id, slot, weight);
  }

  /** How many entries a term has, those of dead slots among them. */
  length(term: number): number {
    const id = this.numbers.find(term);
    return id < 0 ? 0 : (this.lengths[id] as number);
  }

  /** The entries of a term, in the order in which they were added. */
  blocks(term: number): PostingBlock[] {
    const id = this.numbers.find(term);
    return id < 0 ? [] : this.blocksOf(id);
  }

  /** Removes the entries of dead slots (renumbered to -1) and renumbers the others. */
  compact(renumbered: Int32Array): void {
    for (let id = 0; id < this.numbers.size; id++) {
      const blocks = this.blocksOf(id);
      // Put in again from the first block on: an entry never lands after the one that is read next.
      this.tails[id] = this.heads[id] as number;
      this.inTail[id] = 0;
      this.lengths[id] = 0;
      for (const { slots, weights, start, end } of blocks) {
        for (let at = start; at < end; at++) {
          const slot = renumbered[slots[at] as number] as number;
          if (slot >= 0) this.append(id, slot, weights[at] as number);
        }
      }
    }
  }

  private append(id: number, slot: number, weight: number): void {
    if (this.heads[id] === 0 || this.inTail[id] === this.room(this.tails[id] as number)) {
      this.openBlock(id);
    }
    const address = (this.tails[id] as number) + 1 + (this.inTail[id] as number);
    const { slots, weights } = this.segment(address);
    slots[address & offsetMask] = slot;
    weights[address & offsetMask] = weight;
    this.inTail[id] = (this.inTail[id] as number) + 1;
    this.lengths[id] = (this.lengths[id] as number) + 1;
  }

  private blocksOf(id: number): PostingBlock[] {
    const blocks: PostingBlock[] = [];
    const tail = this.tails[id] as number;
    for (let address = this.heads[id] as number; address !== 0; address = this.next(address)) {
      const count = address === tail ? (this.inTail[id] as number) : this.room(address);
      const start = (address & offsetMask) + 1;
      blocks.push({ ...this.segment(address), start, end: start + count });
      if (address === tail) break;
    }
    return blocks;
  }

  /** Goes on to the term's next block: one that was emptied before, or a new one. */
  private openBlock(id: number): void {
    const tail = this.tails[id] as number;
    const emptied = tail === 0 ? 0 : this.next(tail);
    const address = emptied || this.makeBlock(this.lengths[id] as number);
    if (tail === 0) this.heads[id] = address;
    else this.segment(tail).slots[tail & offsetMask] = address;
    this.tails[id] = address;
    this.inTail[id] = 0;
  }

  private makeBlock(length: number): number {
    const room = Math.min(maxRoom, Math.max(minRoom, length >> 1));
    // A block lies within one segment; what is left of the last stays empty.
    const left = segmentSize - (this.end & offsetMask);
    if (left < room + 1) this.end += left;
    const address = this.end;
    this.end += room + 1;
    while (this.segments.length * segmentSize < this.end) {
      this.segments.push({
        slots: new Uint32Array(segmentSize),
        weights: new Float32Array(segmentSize),
      });
    }
    this.segment(address).weights[address & offsetMask] = room;
    return address;
  }

  private segment(address: number): Segment {
    return this.segments[address >>> segmentBits] as Segment;
  }

  private next(address: number): number {
    return this.segment(address).slots[address & offsetMask] as number;
  }

  private room(address: number): number {
    return this.segment(address).weights[address & offsetMask] as number;
  }

  private growTerms(): void {
    this.heads = grown(this.heads);
    this.tails = grown(this.tails);
    this.inTail = grown(this.inTail);
    this.lengths = grown(this.lengths);
  }
}
