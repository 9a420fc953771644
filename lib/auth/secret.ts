import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { newId, newSecret } from '@/lib/ids';
import { processGlobal } from '@/lib/process-global';
import { systemCode } from '@/lib/system-code';

/**
 * The secret that signs cookies and tokens: `AUTH_SECRET`, or one made at first use and kept in
 * `<data dir>/auth-secret`, readable by its owner only. Every process of the desk gets the same.
 * @throws Error of the file system when the data directory cannot be written.
 */
export function authSecret(): string {
  return processGlobal(
    'auth-secret',
    () => env().AUTH_SECRET ?? readOrMake(path.resolve(env().FRONTDESK_DATA_DIR, 'auth-secret')),
  );
}

/** Linking a finished file is atomic: of two processes that start at once, one wins and both read it. */
function readOrMake(file: string): string {
  const kept = read(file);
  if (kept) return kept;
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${newId()}`;
  writeFileSync(draft, newSecret(), { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
