import type { Visibility } from '@/lib/auth/visibility';

/** What a reader may see of an index. */
export interface Allowed {
  /** By the number of a visibility: 1 where chunks of it may be seen; 0 is an empty slot. */
  mask: Uint8Array;
  /** How many chunks may be seen. */
  chunks: number;
}

/** Who may see the chunk in each slot, and how many chunks there are for whom. */
export class VisibilityTable {
  /** By slot the number of its visibility; 0 is an empty slot. */
  of = new Uint16Array(1024);
  private readonly numbers = new Map<string, number>();
  private readonly counts = [0];

  set(slot: number, visibility: string): void {
    this.ensureRoom(slot + 1);
    this.put(slot, this.numberOf(visibility));
  }

  /** The chunk in a slot is gone. */
  clear(slot: number): void {
    this.put(slot, 0);
  }

  /** Moves what is known of a slot to an earlier one that is empty. */
  move(from: number, to: number): void {
    if (from === to) return;
    this.of[to] = this.of[from] as number;
    this.of[from] = 0;
  }

  allowed(visibilities: Visibility[]): Allowed {
    const mask = new Uint8Array(this.counts.length);
    for (const visibility of visibilities) {
      const number = this.numbers.get(visibility);
      if (number !== undefined) mask[number] = 1;
    }
    const chunks = this.counts.reduce((sum, count, at) => (mask[at] ? sum + count : sum), 0);
    return { mask, chunks };
  }

  private put(slot: number, number: number): void {
    const before = this.of[slot] as number;
    if (before !== 0) this.counts[before] = (this.counts[before] ?? 0) - 1;
    if (number !== 0) this.counts[number] = (this.counts[number] ?? 0) + 1;
    this.of[slot] = number;
  }

  private numberOf(visibility: string): number {
    const known = this.numbers.get(visibility);
    if (known !== undefined) return known;
    const number = this.counts.push(0) - 1;
    this.numbers.set(visibility, number);
    return number;
  }

  private ensureRoom(slots: number): void {
    if (slots <= this.of.length) return;
    const larger = new Uint16Array(Math.max(slots, this.of.length * 2));
    larger.set(this.of);
    this.of = larger;
  }
}
