import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const folders = ['app', 'agents', 'knowledge', 'lib', 'drizzle/schema', 'drizzle/seed'];
const files = [
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
/** Runs outside of the build: a change there needs no new one. */
const outside = /^app\/_(cli|jobs)\/|^agents\/policy\.yaml$|\.test\.tsx?$/;

/** A hash of everything that the build is made of. */
export async function sourceHash(root: string): Promise<string> {
  const found = await Promise.all(folders.map((folder) => listFiles(root, folder)));
  const hash = createHash('sha256');
  for (const file of [...files, ...found.flat()].sort()) {
    if (outside.test(file)) continue;
    const content = await readFile(path.join(root, file)).catch(() => undefined);
    if (content) hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    );
}
