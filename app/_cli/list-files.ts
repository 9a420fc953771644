import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandProblem } from './command-problem';
import { givenPath } from './given-path';

/**
 * The files that are meant by these paths: files as they are, folders with all they hold. Hidden
 * files of a folder are left out.
 * @throws CommandProblem when a path does not exist.
 */
export async function listFiles(paths: string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(expand));
  return [...new Set(found.flat())];
}

async function expand(given: string): Promise<string[]> {
  const target = givenPath(given);
  const facts = await stat(target).catch(() => undefined);
  if (!facts) throw new CommandProblem(`There is no file or folder ${target}.`);
  if (!facts.isDirectory()) return [target];
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(target, file).split(path.sep).some(isHidden))
    .sort();
}

const isHidden = (name: string) => name.startsWith('.');
