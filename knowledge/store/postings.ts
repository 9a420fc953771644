import { TermNumbers } from './term-numbers';

/** Entries in a segment of the pool, as a power of two. Segments are never moved: growing copies nothing. */
const segmentBits = 18;
const segmentSize = 1 << segmentBits;
const offsetMask = segmentSize - 1;
/** The room of a term's first block, and of its largest; in between each has half as much again. */
const minRoom = 4;
const maxRoom = 8192;

/** What is known of a term stands side by side, so that adding to it looks into memory once. */
const factsOfTerm = 4;
/** The addresses of its first block and its last, and of its next entry; how many more fit there. */
const head = 0;
const tail = 1;
const next = 2;
const left = 3;

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
 * typed arrays. A term that outgrows its block gets another, larger one. Before a block's entries
 * stands, as an entry of its own, the address of the next block and the room of this one.
 */
export class Postings {
  private readonly numbers = new TermNumbers();
  /** Four to a term, in the order of the terms' numbers. */
  private facts = new Int32Array(1024 * factsOfTerm);
  /** Of the terms that are being added, where their facts begin. */
  private places = new Int32Array(256);
  private readonly segments: Segment[] = [];
  /** The address after the last block. No block begins at 0: that stands for none. */
  private end = 1;
  private wasCompacted = false;

  /** Adds a chunk: its terms, each once, and the weight of each. */
  add(slot: number, terms: ArrayLike<number>, weights: ArrayLike<number>): void {
    if (terms.length > this.places.length) this.places = new Int32Array(terms.length * 2);
    const { places } = this;
    // First where all terms stand, then their entries: looking into so much memory at random takes
    // long, and the processor does it for several terms at once as long as little else is done.
    for (let i = 0; i < terms.length; i++) {
      places[i] = this.numbers.ensure(terms[i] as number) * factsOfTerm;
    }
    while (this.numbers.size * factsOfTerm > this.facts.length) this.growFacts();
    for (let i = 0; i < terms.length; i++) {
      this.append(places[i] as number, slot, weights[i] as number);
    }
  }

  /** The entries of a term, in the order in which they were added. */
  blocks(term: number): PostingBlock[] {
    const number = this.numbers.find(term);
    return number < 0 ? [] : this.blocksAt(number * factsOfTerm);
  }

  /** Removes the entries of dead slots (renumbered to -1) and renumbers the others. */
  compact(renumbered: Int32Array): void {
    this.wasCompacted = true;
    const end = this.numbers.size * factsOfTerm;
    for (let at = 0; at < end; at += factsOfTerm) {
      const blocks = this.blocksAt(at);
      // Put in again from the first block on: an entry never lands after the one that is read next.
      this.continueIn(at, this.facts[at + head] as number);
      for (const block of blocks) this.appendLive(at, block, renumbered);
    }
  }

  private appendLive(at: number, block: PostingBlock, renumbered: Int32Array): void {
    const { slots, weights, start, end } = block;
    for (let entry = start; entry < end; entry++) {
      const slot = renumbered[slots[2 * entry] as number] as number;
      if (slot >= 0) this.append(at, slot, weights[2 * entry + 1] as number);
    }
  }

  private append(at: number, slot: number, weight: number): void {
    if (this.facts[at + left] === 0) this.openBlock(at);
    const { facts } = this;
    const address = facts[at + next] as number;
    const { slots, weights } = this.segment(address);
    const entry = 2 * (address & offsetMask);
    slots[entry] = slot;
    weights[entry + 1] = weight;
    facts[at + next] = address + 1;
    facts[at + left] = (facts[at + left] as number) - 1;
  }

  private blocksAt(at: number): PostingBlock[] {
    const blocks: PostingBlock[] = [];
    const last = this.facts[at + tail] as number;
    for (let address = this.facts[at + head] as number; ; address = this.following(address)) {
      const isLast = address === last;
      const count = isLast ? (this.facts[at + next] as number) - address - 1 : this.room(address);
      const start = (address & offsetMask) + 1;
      blocks.push({ ...this.segment(address), start, end: start + count });
      if (isLast) return blocks;
    }
  }

  /** Goes on to the term's next block: one that was emptied before, or a new one. */
  private openBlock(at: number): void {
    const full = this.facts[at + tail] as number;
    if (full === 0) {
      const first = this.makeBlock(minRoom);
      this.facts[at + head] = first;
      this.continueIn(at, first);
      return;
    }
    // Of chains that were never compacted the last block is the end: no need to look into memory.
    const emptied = this.wasCompacted ? this.following(full) : 0;
    if (emptied) {
      this.continueIn(at, emptied);
      return;
    }
    const room = (this.facts[at + next] as number) - full - 1;
    const made = this.makeBlock(Math.ceil(room * 1.5));
    this.segment(full).slots[2 * (full & offsetMask)] = made;
    this.continueIn(at, made);
  }

  private continueIn(at: number, block: number): void {
    this.facts[at + tail] = block;
    this.facts[at + next] = block + 1;
    this.facts[at + left] = this.room(block);
  }

  private makeBlock(wanted: number): number {
    const room = Math.min(maxRoom, wanted);
    // A block lies within one segment: what is left of the last one stays empty.
    if (segmentSize - (this.end & offsetMask) <= room)
      this.end = this.segments.length * segmentSize;
    const address = this.end;
    if (address >>> segmentBits >= this.segments.length) {
      const memory = new ArrayBuffer(segmentSize * 8);
      this.segments.push({ slots: new Int32Array(memory), weights: new Float32Array(memory) });
    }
    this.end += room + 1;
    this.segment(address).weights[2 * (address & offsetMask) + 1] = room;
    return address;
  }

  private segment(address: number): Segment {
    return this.segments[address >>> segmentBits] as Segment;
  }

  private following(address: number): number {
    return this.segment(address).slots[2 * (address & offsetMask)] as number;
  }

  private room(address: number): number {
    return this.segment(address).weights[2 * (address & offsetMask) + 1] as number;
  }

  private growFacts(): void {
    const larger = new Int32Array(this.facts.length * 2);
    larger.set(this.facts);
    this.facts = larger;
  }
}
