import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentError } from './document-error';
import { loadPdfJs } from './load-pdf-js';

/** Pictures of more pixels than this are left out of a page: unpacked they would fill the memory. */
const maxPicturePixels = 70_000_000;
/** Pixels of a picture that is worth nothing: no other is decoded where only text is wanted. */
const noPicturePixels = 1;

/** Bytes at the end among which the place of a file's table of contents is named, also after other data. */
const tailLength = 65_536;

const assets = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF. Tables of Chinese, Japanese and Korean encodings, standard fonts and decoders come
 * from the package's own folder; nothing is fetched, no form or script of the file is run. Whoever
 * opens it calls `pdf.loadingTask.destroy()` in the end.
 * @param options `hasPictures`: false when no page will be drawn, so that pictures need no decoding
 * @throws DocumentError `password_protected` or `damaged`
 */
export async function openPdf(
  file: Uint8Array,
  { hasPictures = true }: { hasPictures?: boolean } = {},
): Promise<PDFDocumentProxy> {
  requireEnd(file);
  const { getDocument, VerbosityLevel } = await loadPdfJs();
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, so it gets a copy.
    data: new Uint8Array(file),
    cMapUrl: `${assets}/cmaps/`,
    iccUrl: `${assets}/iccs/`,
    standardFontDataUrl: `${assets}/standard_fonts/`,
    wasmUrl: `${assets}/wasm/`,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: hasPictures ? maxPicturePixels : noPicturePixels,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (cause) {
    await task.destroy();
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new DocumentError(isLocked ? 'password_protected' : 'damaged', { cause });
  }
}

/** pdf.js makes what it can of half a file; half a document must not pass for the whole one. */
function requireEnd(file: Uint8Array): void {
  const tail = Buffer.from(file.subarray(-tailLength));
  if (!tail.includes('startxref')) throw new DocumentError('damaged', { cause: 'no startxref' });
}
