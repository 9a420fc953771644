// Loaded before a program of the desk that Node runs from its TypeScript sources. Node takes the
// types out by itself; here it learns the names under which the sources import each other:
// `@/lib/ids`, `./log`, JSON.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import './quick-imports.mjs';

const root = new URL('../../', import.meta.url);

const isSource = (url) => url.startsWith(root.href) && !url.includes('/node_modules/');

/** @returns the file that a source means by `specifier`, if it means one of ours. */
function findSource(specifier, parentUrl) {
  const isFromRoot = specifier.startsWith('@/');
  if (!isFromRoot && !specifier.startsWith('.')) return null;
  const base = new URL(isFromRoot ? specifier.slice(2) : specifier, isFromRoot ? root : parentUrl);
  const file = fileURLToPath(base);
  const found = file.endsWith('.json') ? file : `${file}.ts`;
  return existsSync(found) ? pathToFileURL(found).href : null;
}

registerHooks({
  resolve(specifier, context, next) {
    const url = isSource(context.parentURL ?? '') ? findSource(specifier, context.parentURL) : null;
    if (!url) return next(specifier, context);
    if (url.endsWith('.ts')) return { url, format: 'module-typescript', shortCircuit: true };
    return { url, format: 'json', importAttributes: { type: 'json' }, shortCircuit: true };
  },
});
