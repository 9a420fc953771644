import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { typescript } from '@/lib/runtime/typescript';

const print = "import('@/lib/auth/secret').then((m) => console.log(m.authSecret()))";

async function startProcess(dataDir: string, secret: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...typescript, '--eval', print], {
    env: { ...process.env, FRONTDESK_DATA_DIR: dataDir, AUTH_SECRET: secret },
  });
  return stdout.trim();
}

test('processes that start at once make one secret, which only its owner can read', async () => {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-secret-'));
  const dataDir = path.join(parent, 'data');
  const made = await Promise.all([1, 2, 3].map(() => startProcess(dataDir, '')));
  expect(new Set(made).size).toBe(1);
  expect(made[0]?.length).toBeGreaterThanOrEqual(43);
  expect(await readdir(dataDir)).toEqual(['auth-secret']);
  const file = path.join(dataDir, 'auth-secret');
  expect((await readFile(file, 'utf8')).trim()).toBe(made[0]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  const given = 'given-by-the-environment-0123456789';
  expect(await startProcess(dataDir, given)).toBe(given);
});
