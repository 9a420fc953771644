/**
 * Parts of a model file by their place in it that reading with neural networks needs: settings,
 * characters, the network with its word lists, version.
 */
const neededParts = new Set([0, 1, 17, 18, 19, 20, 21, 22, 23]);
const countBytes = 4;
const offsetBytes = 8;
const absent = -1n;

/**
 * A model for Tesseract without what its older way of reading needs, which is nine tenths of some
 * and would be kept in memory several times.
 * @param model an unpacked `.traineddata` file: the number of its parts, where each begins, the parts
 */
export function leanModel(model: Buffer): Buffer {
  const count = model.readInt32LE(0);
  const begins = Array.from({ length: count }, (_, part) =>
    model.readBigInt64LE(countBytes + part * offsetBytes),
  );
  const head = Buffer.alloc(countBytes + count * offsetBytes);
  head.writeInt32LE(count, 0);
  const parts: Buffer[] = [head];
  let end = head.length;
  begins.forEach((begin, part) => {
    const isKept = begin !== absent && neededParts.has(part);
    head.writeBigInt64LE(isKept ? BigInt(end) : absent, countBytes + part * offsetBytes);
    if (!isKept) return;
    const next = begins.slice(part + 1).find((later) => later !== absent);
    const bytes = model.subarray(Number(begin), next === undefined ? model.length : Number(next));
    parts.push(bytes);
    end += bytes.length;
  });
  return Buffer.concat(parts);
}
