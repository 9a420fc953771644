import { crc32, deflateSync } from 'node:zlib';

/**
 * A grey PNG file, white all over.
 * @param spec `rows`: how many there are in truth, where that is not the height it claims
 */
export function makePng(spec: { width: number; height: number; rows?: number }): Uint8Array {
  const { width, height, rows = height } = spec;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, in shades of grey.
  header.writeUInt8(8, 8);
  const row = Buffer.alloc(width + 1, 255).fill(0, 0, 1);
  const data = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([mark, ...parts]));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
