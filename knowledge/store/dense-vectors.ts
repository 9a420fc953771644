/**
 * The dense vectors of all slots, one after the other in one typed array, each at length 1 so that
 * the dot product is the cosine. A slot without a vector holds zeros.
 */
export class DenseVectors {
  private dimension = 0;
  private rows = new Float32Array(0);

  /** Sets a slot's vector. One of another dimension is of another model: the old ones are dropped. */
  set(slot: number, vector: number[] | null | undefined): void {
    if (vector?.length && vector.length !== this.dimension) {
      this.dimension = vector.length;
      this.rows = new Float32Array(0);
    }
    const { dimension } = this;
    const start = slot * dimension;
    if (!vector?.length) {
      this.rows.fill(0, start, start + dimension);
      return;
    }
    this.ensure(start + dimension);
    this.rows.set(unit(vector), start);
  }

  /** Moves a slot's vector to an earlier slot. */
  move(from: number, to: number): void {
    const { dimension, rows } = this;
    if (from === to) return;
    rows.copyWithin(to * dimension, from * dimension, (from + 1) * dimension);
  }

  /** Calls `offer` with the cosine of each slot from 0 to `count` that `isSeen` and has a vector. */
  scan(
    query: number[],
    count: number,
    isSeen: (slot: number) => boolean,
    offer: (slot: number, cosine: number) => void,
  ): void {
    const { dimension, rows } = this;
    if (query.length !== dimension) return;
    const vector = unit(query);
    const end = Math.min(count, Math.floor(rows.length / Math.max(1, dimension)));
    for (let slot = 0; slot < end; slot++) {
      if (!isSeen(slot)) continue;
      const cosine = dot(vector, rows, slot * dimension);
      if (cosine !== 0) offer(slot, cosine);
    }
  }

  /** The cosine of one slot; null where it has no vector, or one of another model. */
  cosine(query: number[], slot: number): number | null {
    const { dimension, rows } = this;
    const start = slot * dimension;
    if (query.length !== dimension || start + dimension > rows.length) return null;
    const cosine = dot(unit(query), rows, start);
    return cosine === 0 ? null : cosine;
  }

  private ensure(length: number): void {
    if (length <= this.rows.length) return;
    const rows = new Float32Array(Math.max(length, Math.ceil(this.rows.length * 1.5)));
    rows.set(this.rows);
    this.rows = rows;
  }
}

/** The vector at length 1. */
function unit(vector: number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}

/** Four sums at once: the processor need not wait for each addition. */
function dot(a: Float32Array, rows: Float32Array, start: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const at = start + i;
    s0 += (a[i] as number) * (rows[at] as number);
    s1 += (a[i + 1] as number) * (rows[at + 1] as number);
    s2 += (a[i + 2] as number) * (rows[at + 2] as number);
    s3 += (a[i + 3] as number) * (rows[at + 3] as number);
  }
  for (let i = whole; i < a.length; i++) s0 += (a[i] as number) * (rows[start + i] as number);
  return s0 + s1 + s2 + s3;
}
