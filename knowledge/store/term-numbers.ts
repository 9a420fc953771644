/**
 * Numbers terms in the order in which they are met: 0, 1, 2. Open addressing without any hashing,
 * since terms are hashes already; a Map of as many takes three times the memory.
 */
export class TermNumbers {
  /** By place a term, as a signed number, and beside it its number plus one; 0 is a free place. */
  private table = new Int32Array(2048);
  private count = 0;

  /** How many terms have a number. */
  get size(): number {
    return this.count;
  }

  /** The terms, in the order of their numbers. */
  terms(): Uint32Array {
    const terms = new Uint32Array(this.count);
    for (let at = 0; at < this.table.length; at += 2) {
      const number = this.table[at + 1] as number;
      if (number > 0) terms[number - 1] = this.table[at] as number;
    }
    return terms;
  }

  /** The number of a term; -1 where it was never met. */
  find(term: number): number {
    return (this.table[this.placeOf(term) + 1] as number) - 1;
  }

  /** The number of a term, a new one when it is met for the first time. */
  ensure(term: number): number {
    const place = this.placeOf(term);
    const known = this.table[place + 1] as number;
    if (known > 0) return known - 1;
    this.count += 1;
    this.table[place] = term;
    this.table[place + 1] = this.count;
    const number = this.count - 1;
    if (this.count * 4 > this.table.length) this.grow();
    return number;
  }

  /** The term's place, or the free one where it would be. */
  private placeOf(term: number): number {
    const { table } = this;
    const signed = term | 0;
    const mask = table.length - 1;
    let place = (term << 1) & mask;
    while (table[place + 1] !== 0 && table[place] !== signed) place = (place + 2) & mask;
    return place;
  }

  private grow(): void {
    const before = this.table;
    this.table = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      const place = this.placeOf(before[at] as number);
      this.table.set(before.subarray(at, at + 2), place);
    }
  }
}
