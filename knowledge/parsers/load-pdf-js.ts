import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { processGlobal } from '@/lib/process-global';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** The one copy of pdf.js in this process. */
export function loadPdfJs(): Promise<PdfJs> {
  return processGlobal('pdf-js', load);
}

/**
 * The loader for TypeScript rewrites whatever uses `import()`, with a source map: for the megabytes
 * of pdf.js that takes a second and 350 MB at the start of each process. They are loaded as they are.
 */
function load(): Promise<PdfJs> {
  registerHooks({
    load: (url, context, next) =>
      /\/pdfjs-dist\/[^?]*\.mjs$/.test(url)
        ? { format: 'module', source: readFileSync(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
