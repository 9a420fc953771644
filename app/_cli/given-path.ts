import path from 'node:path';

/**
 * The absolute path of one that a person typed. npm runs scripts in the project's folder and
 * tells in `INIT_CWD` the one that the person is in.
 */
export function givenPath(given: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', given);
}
