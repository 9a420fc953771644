import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { processGlobal } from '@/lib/process-global';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** The one copy of pdf.js in this process. */
export function loadPdfJs(): Promise<PdfJs> {
  return processGlobal('pdf-js', load);
}

const sourceMapComment = Buffer.from('//# sourceMappingURL=');

/**
 * The loader for TypeScript rewrites whatever uses `import()`, with a source map, and Node reads the
 * map that comes with the file: for the megabytes of pdf.js that takes over a second and 350 MB at
 * the start of each process. They are loaded as they are, without map.
 */
function load(): Promise<PdfJs> {
  registerHooks({
    load: (url, context, next) =>
      /\/pdfjs-dist\/[^?]*\.mjs$/.test(url)
        ? { format: 'module', source: readWithoutMap(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function readWithoutMap(file: string): Uint8Array {
  const source = readFileSync(file);
  const at = source.lastIndexOf(sourceMapComment);
  return at < 0 ? source : source.subarray(0, at);
}
