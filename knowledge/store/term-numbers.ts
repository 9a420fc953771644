/**
 * Numbers terms in the order in which they are met: 0, 1, 2. Open addressing without any hashing,
 * since terms are hashes already; a Map of as many takes three times the memory.
 */
export class TermNumbers {
  /** By place: the term, and its number plus one; 0 is a free place. */
  private terms = new Uint32Array(1024);
  private numbers = new Uint32Array(1024);
  private count = 0;

  /** How many terms have a number. */
  get size(): number {
    return this.count;
  }

  /** The number of a term; -1 where it was never met. */
  find(term: number): number {
    return (this.numbers[this.placeOf(term)] as number) - 1;
  }

  /** The number of a term, a new one when it is met for the first time. */
  ensure(term: number): number {
    const place = this.placeOf(term);
    const known = this.numbers[place] as number;
    if (known > 0) return known - 1;
    this.terms[place] = term;
    this.count += 1;
    this.numbers[place] = this.count;
    if (this.count * 2 > this.terms.length) this.grow();
    return this.count - 1;
  }

  private placeOf(term: number): number {
    const { terms, numbers } = this;
    const mask = terms.length - 1;
    let place = term & mask;
    while (numbers[place] !== 0 && terms[place] !== term) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { terms, numbers } = this;
    this.terms = new Uint32Array(terms.length * 2);
    this.numbers = new Uint32Array(terms.length * 2);
    for (const [place, number] of numbers.entries()) {
      if (number === 0) continue;
      const to = this.placeOf(terms[place] as number);
      this.terms[to] = terms[place] as number;
      this.numbers[to] = number;
    }
  }
}
