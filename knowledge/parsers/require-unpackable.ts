import { unzipSync } from 'fflate';
import { DocumentError } from './document-error';
import { limits } from './limits';

/** Parts smaller than this may be packed as tightly as they like. */
const smallPart = 1_000_000;

/**
 * Looks at the list of parts of a zip file, before anything is unpacked.
 * @param onPart told the name of each part
 * @throws DocumentError `too_large_unpacked` for a zip bomb, `damaged` for a broken zip file
 */
export function requireUnpackable(file: Uint8Array, onPart?: (name: string) => void): void {
  let total = 0;
  try {
    unzipSync(file, {
      filter: ({ name, size, originalSize }) => {
        onPart?.(name);
        total += originalSize;
        const isBomb = originalSize > smallPart && originalSize > size * limits.packingRatio;
        if (isBomb || total > limits.unpackedBytes) throw new DocumentError('too_large_unpacked');
        return false;
      },
    });
  } catch (cause) {
    throw cause instanceof DocumentError ? cause : new DocumentError('damaged', { cause });
  }
}
