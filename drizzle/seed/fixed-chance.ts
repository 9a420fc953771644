/** Chance that falls the same way each time: what is seeded has the same ids on every desk. */
export class FixedChance {
  private state: number;

  constructor(state: number) {
    this.state = state;
  }

  /** From 0 to below 1 (the generator is Mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Whether something happens that happens in so many of a hundred cases. */
  isOneOf(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  /** One of a list that is not empty. */
  pick<const L extends readonly [unknown, ...unknown[]]>(choices: L): L[number] {
    return choices[Math.floor(this.next() * choices.length)];
  }
}
