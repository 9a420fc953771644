import { CopiedRows } from './copied-rows';
import type { AddedChunk } from './embedded-index';

/** Makes chunks of the rows that `ReadyChunks` copies. */
export class CopiedChunks {
  private readonly rows = new CopiedRows();
  private readonly sparse = new NumberRoom();
  private readonly dense = new NumberRoom();

  /** The chunks that are complete with these bytes. The vectors of one are good until the next is asked for. */
  *read(bytes: Buffer): Generator<AddedChunk> {
    this.rows.add(bytes);
    while (this.rows.nextRow()) yield this.readChunk();
  }

  private readChunk(): AddedChunk {
    const { rows } = this;
    return {
      chunkId: rows.text(),
      versionId: rows.text(),
      documentId: rows.text(),
      visibility: rows.text(),
      sparse: this.readSparse(rows.bytes()),
      dense: this.readDense(rows.bytes()),
    };
  }

  private readSparse(bytes: Buffer): AddedChunk['sparse'] {
    const count = bytes.length / 8;
    const numbers = this.sparse.hold(bytes);
    return {
      indices: new Uint32Array(numbers, 0, count),
      values: new Float32Array(numbers, count * 4, count),
    };
  }

  private readDense(bytes: Buffer): Float32Array | null {
    return bytes.length === 0
      ? null
      : new Float32Array(this.dense.hold(bytes), 0, bytes.length / 4);
  }
}

/** Numbers of four bytes arrive anywhere in memory; typed arrays read them from multiples of four. */
class NumberRoom {
  private room = new Uint8Array(4096);

  /** The bytes from the beginning of a buffer, until the next are held. */
  hold(bytes: Uint8Array): ArrayBuffer {
    if (bytes.length > this.room.length) this.room = new Uint8Array(bytes.length * 2);
    this.room.set(bytes);
    return this.room.buffer;
  }
}
