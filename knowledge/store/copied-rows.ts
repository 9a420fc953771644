/** `PGCOPY\n\xff\r\n\0`, flags and the length of an extension, of which there is none. */
const headerBytes = 19;

/** A field of a row: its bytes where they came, or null. */
export type Field = Buffer | null;

/**
 * Reads the rows of `COPY … TO STDOUT (FORMAT binary)` as its bytes come in, cut anywhere.
 * The format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
 */
export class CopiedRows {
  /** What came of a row that is not complete. */
  private rest: Buffer = Buffer.alloc(0);
  private isPastHeader = false;

  /** The rows that are complete with these bytes. */
  *read(bytes: Buffer): Generator<Field[]> {
    const data = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes;
    let at = 0;
    if (!this.isPastHeader && data.length >= headerBytes) {
      this.isPastHeader = true;
      at = headerBytes;
    }
    while (this.isPastHeader) {
      const row = readRow(data, at);
      if (!row) break;
      at = row.end;
      yield row.fields;
    }
    this.rest = data.subarray(at);
  }
}

/** The row that begins there; undefined when it is not complete, or is the mark of the end. */
function readRow(data: Buffer, start: number): { fields: Field[]; end: number } | undefined {
  if (start + 2 > data.length) return undefined;
  const count = data.readInt16BE(start);
  if (count < 0) return undefined;
  const fields: Field[] = [];
  let at = start + 2;
  for (let n = 0; n < count; n++) {
    if (at + 4 > data.length) return undefined;
    const length = data.readInt32BE(at);
    const end = at + 4 + Math.max(0, length);
    if (end > data.length) return undefined;
    fields.push(length < 0 ? null : data.subarray(at + 4, end));
    at = end;
  }
  return { fields, end: at };
}
