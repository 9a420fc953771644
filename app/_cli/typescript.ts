/** Arguments with which Node runs a TypeScript file of the desk, as the scripts of `package.json` do. */
export const typescript = ['--import', './app/_cli/quick-imports.mjs', '--import', 'tsx'];
