import { grown } from './grown';
import { TermNumbers } from './term-numbers';

/** Entries in a segment of the pool, as a power of two. Segments are never moved: growing copies nothing. */
const segmentBits = 19;
const segmentSize = 1 << segmentBits;
const offsetMask = segmentSize - 1;
/** Entries that are put into the pool in one go: a block for all of them fits into the first segment. */
const batchSize = segmentSize - 2;
/** So many blocks, and this many times as many as there are terms, make the entries scattered. */
const minBlocksToPack = 1 << 17;
const blocksOfTermToPack = 16;

/** The same memory as slots and as weights: those of entry `n` are `slots[2n]` and `weights[2n + 1]`. */
interface Segment {
  slots: Int32Array;
  weights: Float32Array;
}

/** A stretch of a term's entries, from the number `start` up to `end`. */
export interface PostingBlock extends Segment {
  start: number;
  end: number;
}

/**
 * Which slots hold a term, and with what weight, for every term: chains of blocks in a pool of
 * typed arrays. Entries wait until they are many, and each term gets a block for all it has among
 * them: looking for a term's place in so much memory is what takes time. Before a block's entries
 * stands, as an entry of its own, the address of the next block and how many entries it has.
 */
export class Postings {
  private readonly numbers = new TermNumbers();
  private readonly waiting = {
    numbers: new Int32Array(batchSize),
    slots: new Int32Array(batchSize),
    weights: new Float32Array(batchSize),
    count: 0,
  };
  /** By a term's number: the addresses of its first and its last block. */
  private heads = new Int32Array(1024);
  private tails = new Int32Array(1024);
  /** While entries are placed, by a term's number: how many it has among them, then where the next goes. */
  private cursors = new Int32Array(1024);
  private readonly segments: Segment[] = [];
  /** The address after the last block. No block begins at 0: that stands for none. */
  private end = 1;
  private blockCount = 0;

  /** Whether its entries came so few at a time that reading them takes longer than it need. */
  get isScattered(): boolean {
    return this.blockCount > Math.max(minBlocksToPack, this.numbers.size * blocksOfTermToPack);
  }

  /** Adds a chunk: its terms, each once, and the weight of each. */
  add(slot: number, terms: ArrayLike<number>, weights: ArrayLike<number>): void {
    for (let i = 0; i < terms.length; i++) {
      this.addEntry(terms[i] as number, slot, weights[i] as number);
    }
  }

  /** The entries of a term, in the order in which they were added. */
  blocks(term: number): PostingBlock[] {
    this.place();
    const number = this.numbers.find(term);
    return number < 0 ? [] : this.blocksOf(number);
  }

  /** The same without the entries of dead slots (renumbered to -1), and with the others renumbered. */
  compacted(renumbered: Int32Array): Postings {
    this.place();
    const fresh = new Postings();
    for (const [number, term] of this.numbers.terms().entries()) {
      for (const { slots, weights, start, end } of this.blocksOf(number)) {
        for (let entry = start; entry < end; entry++) {
          const slot = renumbered[slots[2 * entry] as number] as number;
          if (slot >= 0) fresh.addEntry(term, slot, weights[2 * entry + 1] as number);
        }
      }
    }
    return fresh;
  }

  private addEntry(term: number, slot: number, weight: number): void {
    const { waiting } = this;
    if (waiting.count === batchSize) this.place();
    const at = waiting.count;
    waiting.numbers[at] = this.numbers.ensure(term);
    waiting.slots[at] = slot;
    waiting.weights[at] = weight;
    waiting.count = at + 1;
  }

  /** Puts the entries that wait into the pool. */
  private place(): void {
    const { numbers, slots, weights, count } = this.waiting;
    if (count === 0) return;
    this.waiting.count = 0;
    this.ensureTerms();
    const { cursors } = this;
    for (let i = 0; i < count; i++) {
      const number = numbers[i] as number;
      cursors[number] = (cursors[number] as number) + 1;
    }
    this.openBlocks();
    for (let i = 0; i < count; i++) {
      const number = numbers[i] as number;
      const address = cursors[number] as number;
      cursors[number] = address + 1;
      const segment = this.segment(address);
      segment.slots[2 * (address & offsetMask)] = slots[i] as number;
      segment.weights[2 * (address & offsetMask) + 1] = weights[i] as number;
    }
    for (let i = 0; i < count; i++) cursors[numbers[i] as number] = 0;
  }

  /** Opens a block for each term that has entries waiting, and points its cursor there. */
  private openBlocks(): void {
    for (let number = 0; number < this.numbers.size; number++) {
      const count = this.cursors[number] as number;
      if (count === 0) continue;
      const address = this.makeBlock(count);
      const last = this.tails[number] as number;
      if (last === 0) this.heads[number] = address;
      else this.segment(last).slots[2 * (last & offsetMask)] = address;
      this.tails[number] = address;
      this.cursors[number] = address + 1;
    }
  }

  private makeBlock(count: number): number {
    // A block lies within one segment: what is left of the last one stays empty.
    if (segmentSize - (this.end & offsetMask) <= count) {
      this.end = this.segments.length * segmentSize;
    }
    const address = this.end;
    if (address >>> segmentBits >= this.segments.length) {
      const memory = new ArrayBuffer(segmentSize * 8);
      this.segments.push({ slots: new Int32Array(memory), weights: new Float32Array(memory) });
    }
    this.end += count + 1;
    this.blockCount += 1;
    this.segment(address).weights[2 * (address & offsetMask) + 1] = count;
    return address;
  }

  private blocksOf(number: number): PostingBlock[] {
    const blocks: PostingBlock[] = [];
    let address = this.heads[number] as number;
    while (address !== 0) {
      const { slots, weights } = this.segment(address);
      const header = address & offsetMask;
      const end = header + 1 + (weights[2 * header + 1] as number);
      blocks.push({ slots, weights, start: header + 1, end });
      address = slots[2 * header] as number;
    }
    return blocks;
  }

  private segment(address: number): Segment {
    return this.segments[address >>> segmentBits] as Segment;
  }

  private ensureTerms(): void {
    while (this.heads.length < this.numbers.size) {
      this.heads = grown(this.heads);
      this.tails = grown(this.tails);
      this.cursors = grown(this.cursors);
    }
  }
}
