/** `PGCOPY\n\xff\r\n\0`, flags and the length of an extension, of which there is none. */
const headerBytes = 19;

/**
 * Goes through the rows of `COPY … TO STDOUT (FORMAT binary)` as their bytes come in, cut anywhere:
 * `add` bytes, go to the `nextRow` while there is one, and read each of its fields once, in order.
 * The format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
 */
export class CopiedRows {
  private data: Buffer = Buffer.alloc(0);
  private at = 0;
  private isPastHeader = false;

  /** Takes the next bytes, after what is left of those before. */
  add(bytes: Buffer): void {
    const rest = this.data.subarray(this.at);
    this.data = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    this.at = 0;
    if (this.isPastHeader || this.data.length < headerBytes) return;
    this.isPastHeader = true;
    this.at = headerBytes;
  }

  /** Goes to the next row; false when no other one is complete. */
  nextRow(): boolean {
    if (!this.isPastHeader || !this.isRowComplete()) return false;
    this.at += 2;
    return true;
  }

  /** The next field as text; empty for null. */
  text(): string {
    const length = this.enterField();
    this.at += length;
    return this.data.toString('utf8', this.at - length, this.at);
  }

  /** The next field's bytes where they came, good until more are added; none for null. */
  bytes(): Buffer {
    const length = this.enterField();
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  /** Goes past the length of the next field. @returns the length */
  private enterField(): number {
    const length = this.data.readInt32BE(this.at);
    this.at += 4;
    return Math.max(0, length);
  }

  /** Whether all fields of the row that begins here have come. The mark of the end is no row. */
  private isRowComplete(): boolean {
    const { data } = this;
    if (this.at + 2 > data.length) return false;
    const count = data.readInt16BE(this.at);
    let end = this.at + 2;
    for (let field = 0; field < count; field++) {
      if (end + 4 > data.length) return false;
      end += 4 + Math.max(0, data.readInt32BE(end));
    }
    return count > 0 && end <= data.length;
  }
}
