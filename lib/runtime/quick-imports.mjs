// Loaded into every process of the desk before anything else. What Node compiles is kept for the
// next start. And Node reads the list of exports of a package anew for each file within it: for
// these, whose lists are long and whose files many, that takes longer than all the rest of their
// import. Where one of their files names another one beside it, nothing of the list is needed.
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A folder that only who installs the desk can write to: what lies there is run. */
const compiled = new URL('../../node_modules/.cache/compiled', import.meta.url);
enableCompileCache(fileURLToPath(compiled));

/** Packages of ES modules throughout, whose files name each other in full. */
const packages = /\/node_modules\/(drizzle-orm|@langchain\/core)\//;

registerHooks({
  resolve(specifier, context, next) {
    const isBeside = /^\.\.?\/.*\.js$/.test(specifier) && packages.test(context.parentURL ?? '');
    if (!isBeside || !context.conditions.includes('import')) return next(specifier, context);
    const url = new URL(specifier, context.parentURL).href;
    return { url, format: 'module', shortCircuit: true };
  },
});
