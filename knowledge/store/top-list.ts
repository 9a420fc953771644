/** Keeps the best `limit` of many scored numbers, in O(n log limit). Ties go to the smaller number. */
export class TopList {
  private readonly slots: number[] = [];
  private readonly scores: number[] = [];

  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Offers one candidate. */
  offer(slot: number, score: number): void {
    const { slots, scores, limit } = this;
    if (slots.length < limit) {
      slots.push(slot);
      scores.push(score);
      this.siftUp(slots.length - 1);
    } else if (limit > 0 && isBelow(scores[0], slots[0], score, slot)) {
      slots[0] = slot;
      scores[0] = score;
      this.siftDown();
    }
  }

  /** The kept candidates, best first. */
  sorted(): { slot: number; score: number }[] {
    return this.slots
      .map((slot, index) => ({ slot, score: this.scores[index] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.slot - b.slot);
  }

  private isWorse(a: number, b: number): boolean {
    return isBelow(this.scores[a], this.slots[a], this.scores[b], this.slots[b]);
  }

  private siftUp(start: number): void {
    let child = start;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isWorse(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private siftDown(): void {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      let worst = parent;
      if (left < this.slots.length && this.isWorse(left, worst)) worst = left;
      if (left + 1 < this.slots.length && this.isWorse(left + 1, worst)) worst = left + 1;
      if (worst === parent) return;
      this.swap(parent, worst);
      parent = worst;
    }
  }

  private swap(a: number, b: number): void {
    const { slots, scores } = this;
    [slots[a], slots[b]] = [slots[b] ?? 0, slots[a] ?? 0];
    [scores[a], scores[b]] = [scores[b] ?? 0, scores[a] ?? 0];
  }
}

function isBelow(scoreA = 0, slotA = 0, scoreB = 0, slotB = 0): boolean {
  return scoreA < scoreB || (scoreA === scoreB && slotA > slotB);
}
