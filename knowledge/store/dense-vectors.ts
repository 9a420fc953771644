/** Slots whose vectors lie in one array, as a power of two. Arrays are never moved: growing copies nothing. */
const blockBits = 10;
const slotsInBlock = 1 << blockBits;

/**
 * The dense vectors of all slots, each at length 1 so that the dot product is the cosine. A slot
 * without a vector holds zeros.
 */
export class DenseVectors {
  private dimension = 0;
  private readonly blocks: Float32Array[] = [];

  /** Sets a slot's vector. One of another dimension is of another model: the old ones are dropped. */
  set(slot: number, vector: ArrayLike<number> | null | undefined): void {
    if (!vector?.length) {
      this.rowOf(slot)?.fill(0);
      return;
    }
    if (vector.length !== this.dimension) {
      this.dimension = vector.length;
      this.blocks.length = 0;
    }
    writeUnit(vector, this.ensureRow(slot));
  }

  /** Moves a slot's vector to an earlier slot. */
  move(from: number, to: number): void {
    if (from === to) return;
    const row = this.rowOf(from);
    if (row) this.ensureRow(to).set(row);
    else this.rowOf(to)?.fill(0);
  }

  /**
   * Calls `offer` with the cosine of each slot from 0 to `count` that `isSeen` and has a vector.
   * @param query at length 1, see `unitVector`
   */
  scan(
    query: Float32Array,
    count: number,
    isSeen: (slot: number) => boolean,
    offer: (slot: number, cosine: number) => void,
  ): void {
    const { dimension } = this;
    if (query.length !== dimension) return;
    for (const [number, rows] of this.blocks.entries()) {
      const first = number << blockBits;
      const end = Math.min(count, first + slotsInBlock);
      for (let slot = first; slot < end; slot++) {
        if (!isSeen(slot)) continue;
        const cosine = dot(query, rows, (slot - first) * dimension);
        if (cosine !== 0) offer(slot, cosine);
      }
    }
  }

  /**
   * The cosine of one slot; null where it has no vector, or one of another model.
   * @param query at length 1, see `unitVector`
   */
  cosine(query: Float32Array, slot: number): number | null {
    const row = this.rowOf(slot);
    if (query.length !== this.dimension || !row) return null;
    return dot(query, row, 0) || null;
  }

  private ensureRow(slot: number): Float32Array {
    while (this.blocks.length <= slot >>> blockBits) {
      this.blocks.push(new Float32Array(slotsInBlock * this.dimension));
    }
    return this.rowOf(slot) as Float32Array;
  }

  private rowOf(slot: number): Float32Array | undefined {
    const start = (slot & (slotsInBlock - 1)) * this.dimension;
    return this.blocks[slot >>> blockBits]?.subarray(start, start + this.dimension);
  }
}

/** The vector at length 1. */
export function unitVector(vector: ArrayLike<number>): Float32Array {
  const unit = new Float32Array(vector.length);
  writeUnit(vector, unit);
  return unit;
}

function writeUnit(vector: ArrayLike<number>, to: Float32Array): void {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] as number) * (vector[i] as number);
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let i = 0; i < vector.length; i++) to[i] = (vector[i] as number) * scale;
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
