import type { Readable } from 'node:stream';

/**
 * The bytes of a `copy … to stdout`, to their end: until then the connection can be used for
 * nothing else.
 */
export async function* readCopy(copy: Readable): AsyncGenerator<Buffer> {
  for await (const bytes of copy) yield bytes;
  // The driver pauses its socket while much waits to be read, and lets it go on when more is asked
  // for. After the last bytes nobody asks, and it would never hear that the command has ended.
  copy._read(0);
}
