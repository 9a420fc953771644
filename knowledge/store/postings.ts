/**
 * Which slots hold a term, and with what weight, for every term, in two typed arrays shared by
 * all. A term's list that outgrows its room moves to the end with twice the room.
 */
export class Postings {
  private readonly termIds = new Map<number, number>();
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private rooms = new Uint32Array(1024);
  /** Live chunks that hold the term. */
  private frequencies = new Uint32Array(1024);
  private slots = new Uint32Array(8192);
  private weights = new Float32Array(8192);
  private end = 0;

  /** Makes room for terms that are about to be added: how many chunks will hold each. */
  reserve(counts: Map<number, number>): void {
    let total = 0;
    for (const count of counts.values()) total += count;
    this.ensurePool(this.end + total);
    for (const [term, count] of counts) {
      const id = this.termId(term);
      if ((this.rooms[id] ?? 0) === 0) this.place(id, count);
    }
  }

  /** Adds one chunk's weight for a term. */
  add(term: number, slot: number, weight: number): void {
    const id = this.termId(term);
    const length = this.lengths[id] ?? 0;
    if (length === (this.rooms[id] ?? 0)) this.move(id, length);
    const at = (this.starts[id] ?? 0) + length;
    this.slots[at] = slot;
    this.weights[at] = weight;
    this.lengths[id] = length + 1;
    this.frequencies[id] = (this.frequencies[id] ?? 0) + 1;
  }

  /** Counts one live chunk less for a term; its entry stays and is passed over. */
  forget(term: number): void {
    const id = this.termIds.get(term);
    if (id !== undefined) this.frequencies[id] = (this.frequencies[id] ?? 1) - 1;
  }

  /** How many live chunks hold a term. */
  frequency(term: number): number {
    const id = this.termIds.get(term);
    return id === undefined ? 0 : (this.frequencies[id] ?? 0);
  }

  /** The entries of a term: parallel views on slots and weights. */
  list(term: number): { slots: Uint32Array; weights: Float32Array } | undefined {
    const id = this.termIds.get(term);
    if (id === undefined) return undefined;
    const start = this.starts[id] ?? 0;
    const end = start + (this.lengths[id] ?? 0);
    return { slots: this.slots.subarray(start, end), weights: this.weights.subarray(start, end) };
  }

  /** Removes the entries of dead slots (renumbered to -1) and renumbers the others. */
  compact(renumbered: Int32Array): void {
    for (let id = 0; id < this.termIds.size; id++) {
      const start = this.starts[id] as number;
      const end = start + (this.lengths[id] as number);
      let to = start;
      for (let from = start; from < end; from++) {
        const slot = renumbered[this.slots[from] as number] as number;
        if (slot < 0) continue;
        this.slots[to] = slot;
        this.weights[to] = this.weights[from] as number;
        to += 1;
      }
      this.lengths[id] = to - start;
    }
  }

  private termId(term: number): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    const id = this.termIds.size;
    this.termIds.set(term, id);
    if (id >= this.starts.length) this.growTerms();
    return id;
  }

  private growTerms(): void {
    this.starts = grown(this.starts);
    this.lengths = grown(this.lengths);
    this.rooms = grown(this.rooms);
    this.frequencies = grown(this.frequencies);
  }

  private place(id: number, room: number): void {
    this.ensurePool(this.end + room);
    this.starts[id] = this.end;
    this.rooms[id] = room;
    this.end += room;
  }

  private move(id: number, length: number): void {
    const from = this.starts[id] ?? 0;
    this.place(id, Math.max(2, length * 2));
    this.slots.copyWithin(this.starts[id] ?? 0, from, from + length);
    this.weights.copyWithin(this.starts[id] ?? 0, from, from + length);
  }

  private ensurePool(size: number): void {
    if (size <= this.slots.length) return;
    const room = Math.max(size, Math.ceil(this.slots.length * 1.5));
    const slots = new Uint32Array(room);
    slots.set(this.slots.subarray(0, this.end));
    this.slots = slots;
    const weights = new Float32Array(room);
    weights.set(this.weights.subarray(0, this.end));
    this.weights = weights;
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
