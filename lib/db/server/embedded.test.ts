import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { findEmbedded, startEmbedded } from './embedded';

const directory = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-embedded-'));

afterAll(async () => {
  await (await findEmbedded(directory))?.stop();
  await rm(directory, { recursive: true, force: true });
});

test('a second start adopts the running server, and what was written stays', async () => {
  const first = await startEmbedded(directory);
  await first.ensureDatabase('desk');
  const sql = postgres(first.url('desk'), { max: 1 });
  await sql`create table notes as select 'kept' as text`;
  const second = await startEmbedded(directory);
  expect(second.url('desk')).toBe(first.url('desk'));
  expect(await second.isShared()).toBe(true);
  await sql.end();
  await second.stop();
  expect(await findEmbedded(directory)).toBeUndefined();

  const third = await startEmbedded(directory);
  const again = postgres(third.url('desk'), { max: 1 });
  expect([...(await again`select text from notes`)]).toEqual([{ text: 'kept' }]);
  await again.end();
  await third.stop();
});

test('a server that was killed leaves a file behind that does not stand in the way', async () => {
  const killed = await startEmbedded(directory);
  const pidFile = path.join(directory, 'postgres', 'postmaster.pid');
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => findEmbedded(directory)).toBeUndefined();
  expect(killed.url('desk')).toContain('127.0.0.1');

  const server = await startEmbedded(directory);
  await server.ensureDatabase('desk');
  await server.stop();
});

test('a cluster of another PostgreSQL version is refused with a sentence', async () => {
  const version = path.join(directory, 'postgres', 'PG_VERSION');
  const ours = readFileSync(version, 'utf8');
  await writeFile(version, '99\n');
  await expect(startEmbedded(directory)).rejects.toThrow(/made by PostgreSQL 99.*newer Frontdesk/);
  await writeFile(version, ours);
});
