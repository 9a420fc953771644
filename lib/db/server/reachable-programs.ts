import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { findClosedFolder, requirePostgresUser } from './server-user';

const sharedFolder = '/var/lib/frontdesk';

/**
 * The folder of the server's programs, where the user that root runs them as can reach it: as it
 * is, or a copy of this version in `/var/lib/frontdesk` when the clone lies in a private folder.
 * PostgreSQL checks its programs with access(2), which no capability helps with.
 * @param native the folder with `bin`, `lib` and `share`.
 */
export async function reachablePrograms(native: string): Promise<string> {
  if (process.getuid?.() !== 0) return native;
  const ids = await requirePostgresUser();
  if (!(await findClosedFolder(path.join(native, 'bin/postgres'), ids))) return native;
  const about = await readFile(path.join(native, '../package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(about));
  const copy = path.join(sharedFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  // Of two that copy at once the first wins, and both copies are the same.
  await rename(partial, copy).catch(() => rm(partial, { recursive: true }));
  return copy;
}
