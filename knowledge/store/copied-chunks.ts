import { CopiedRows, type Field } from './copied-rows';
import type { AddedChunk } from './embedded-index';

/** Makes chunks of the rows that `ReadyChunks` copies. */
export class CopiedChunks {
  private readonly rows = new CopiedRows();
  private readonly sparse = new NumberRoom();
  private readonly dense = new NumberRoom();

  /** The chunks that are complete with these bytes. The vectors of one are good until the next is asked for. */
  *read(bytes: Buffer): Generator<AddedChunk> {
    for (const fields of this.rows.read(bytes)) yield this.toChunk(fields);
  }

  private toChunk([
    chunkId,
    versionId,
    documentId,
    visibility,
    sparse,
    dense,
  ]: Field[]): AddedChunk {
    const count = (sparse?.length ?? 0) / 8;
    const numbers = this.sparse.hold(sparse);
    return {
      chunkId: textOf(chunkId),
      versionId: textOf(versionId),
      documentId: textOf(documentId),
      visibility: textOf(visibility),
      sparse: {
        indices: new Uint32Array(numbers, 0, count),
        values: new Float32Array(numbers, count * 4, count),
      },
      dense: dense && new Float32Array(this.dense.hold(dense), 0, dense.length / 4),
    };
  }
}

function textOf(field: Field | undefined): string {
  return field?.toString('utf8') ?? '';
}

/** Numbers of four bytes arrive anywhere in memory; typed arrays read them from multiples of four. */
class NumberRoom {
  private room = new Uint8Array(4096);

  /** The bytes at the beginning of a buffer, until the next are held. */
  hold(bytes: Field | undefined): ArrayBuffer {
    const length = bytes?.length ?? 0;
    if (length > this.room.length) this.room = new Uint8Array(length * 2);
    if (bytes) this.room.set(bytes);
    return this.room.buffer;
  }
}
