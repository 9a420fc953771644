import { customType } from 'drizzle-orm/pg-core';

/**
 * Vectors as the numbers' own bytes, the lowest first: an index that loads a hundred thousand of
 * them copies bytes, where arrays and JSON would have it parse fifty million numbers.
 */
const bytesOf = (numbers: Uint32Array | Float32Array) =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The bytes at a place of their own: a view on four-byte numbers must begin at a fourth byte. */
const alignedCopy = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;

/** A vector of numbers of 32 bits each. */
export const denseVector = customType<{ data: number[]; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (vector) => bytesOf(Float32Array.from(vector)),
  fromDriver: (bytes) => [...new Float32Array(alignedCopy(bytes))],
});

/** A sparse vector: all term hashes (unsigned 32 bit), then the weight of each (32 bit). */
export const sparseVector = customType<{
  data: { indices: number[]; values: number[] };
  driverData: Uint8Array;
}>({
  dataType: () => 'bytea',
  toDriver: ({ indices, values }) =>
    Buffer.concat([bytesOf(Uint32Array.from(indices)), bytesOf(Float32Array.from(values))]),
  fromDriver: (bytes) => {
    const numbers = alignedCopy(bytes);
    const count = numbers.byteLength / 8;
    return {
      indices: [...new Uint32Array(numbers, 0, count)],
      values: [...new Float32Array(numbers, count * 4)],
    };
  },
});
