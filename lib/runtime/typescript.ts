/**
 * Arguments with which Node runs a TypeScript file of the desk, as the scripts of `package.json` do;
 * for processes and threads that start in the desk's folder.
 */
export const typescript = ['--import', './lib/runtime/typescript-hooks.mjs'];

/** The same for the web server, which is bundled. */
export const bundled = ['--import', './lib/runtime/quick-imports.mjs'];
