import { unzipSync } from 'fflate';
import { decodeText } from './decode-text';
import { DocumentError } from './document-error';
import { requireUnpackable } from './require-unpackable';

/** The parts of an office file, each unpacked when it is asked for. */
export interface ZipParts {
  names: string[];
  /** A part's bytes; undefined when there is none of this name. */
  bytes: (name: string) => Uint8Array | undefined;
  /** A part's text; empty when there is none of this name. */
  text: (name: string) => string;
}

/**
 * Opens a zip file after a look at what it would unpack to.
 * @throws DocumentError `too_large_unpacked` for a zip bomb, `damaged` for a broken zip file
 */
export function openZip(file: Uint8Array): ZipParts {
  const names: string[] = [];
  requireUnpackable(file, (name) => names.push(name));
  const bytes = (name: string) => unpack(file, name);
  const text = (name: string) => decodeText(bytes(name) ?? new Uint8Array());
  return { names, bytes, text };
}

function unpack(file: Uint8Array, wanted: string): Uint8Array | undefined {
  try {
    return unzipSync(file, { filter: ({ name }) => name === wanted })[wanted];
  } catch (cause) {
    throw new DocumentError('damaged', { cause });
  }
}
