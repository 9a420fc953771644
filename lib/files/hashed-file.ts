import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What tells whether a file is still the one that was written. */
export interface FileSum {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** Writes a file that only its owner may read, hashing what reaches the disk on the way. */
export async function writeHashed(
  file: string,
  content: Readable,
  through?: Transform,
): Promise<FileSum> {
  const sum = summing();
  const target = createWriteStream(file, { mode: 0o600 });
  if (through) await pipeline(content, through, sum.pass, target);
  else await pipeline(content, sum.pass, target);
  return sum.end();
}

/** @throws Error of the file system when it cannot be read */
export async function hashFile(file: string): Promise<FileSum> {
  const sum = summing();
  for await (const _part of sum.pass(createReadStream(file)));
  return sum.end();
}

function summing() {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async *pass(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    end: (): FileSum => ({ bytes, sha256: hash.digest('hex') }),
  };
}
