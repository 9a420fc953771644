import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startEmbedded } from '@/lib/db/server/embedded';
import { migrate } from '@/lib/db/server/migrate';
import { type Launcher, launch, listProcessesOf, newDataDir } from '@/tests/support/launcher';
import { testBuild } from '@/tests/support/test-build';

beforeAll(async () => void (await testBuild()));

/** One sentence for a person, no stack, exit code 1, and nothing left running. */
async function expectRefusal(launcher: Launcher, sentence: RegExp): Promise<void> {
  expect(await launcher.ended).toBe(1);
  expect(launcher.output()).toMatch(sentence);
  expect(launcher.output()).not.toMatch(/^\s+at /m);
  expect(listProcessesOf(launcher.dataDir)).toEqual([]);
}

test('someone who starts the desk on a taken port is told so before anything else starts', async () => {
  const server = createServer().listen(0);
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const launcher = await launch({ dataDir: await newDataDir(), port });
  await expectRefusal(launcher, new RegExp(`✗ Port ${port} is in use.*PORT=${port + 1} npm start`));
});

test('someone whose data directory cannot be written is told so', async () => {
  const file = path.join(await newDataDir(), 'a-file');
  await writeFile(file, '');
  const launcher = await launch({ dataDir: path.join(file, 'data') });
  await expectRefusal(launcher, /✗ The data directory .* cannot be written .*FRONTDESK_DATA_DIR=/);
});

test('someone with the data of a newer PostgreSQL is told so', async () => {
  const dataDir = await newDataDir();
  await mkdir(path.join(dataDir, 'postgres'));
  await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '99\n');
  await expectRefusal(await launch({ dataDir }), /✗ .*made by PostgreSQL 99.*newer Frontdesk/);
});

test('someone with the data of a newer Frontdesk is told so', async () => {
  const dataDir = await newDataDir();
  const server = await startEmbedded(dataDir);
  await server.ensureDatabase('frontdesk');
  await migrate(server.url('frontdesk'));
  const sql = postgres(server.url('frontdesk'), { max: 1 });
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9e12)`;
  await sql.end();
  await server.stop();
  await expectRefusal(await launch({ dataDir }), /✗ .*changed by a newer version of Frontdesk/);
});

test('someone with two mistakes in the environment reads both', async () => {
  const env = { PORT: 'door', MODEL: 'magic:hat' };
  const launcher = await launch({ dataDir: await newDataDir(), env });
  await expectRefusal(launcher, /PORT[\s\S]*MODEL/);
});

test('someone whose policy file is broken reads every fault of it, by its line', async () => {
  const dataDir = await newDataDir();
  const file = path.join(dataDir, 'policy.yaml');
  await writeFile(file, 'rules:\n  - name: hours\n    phrase: [open]\n    steps: [{say: Nine}]\n');
  const launcher = await launch({ dataDir, env: { FRONTDESK_POLICY: file } });
  const faults =
    /✗ The policy file .*\n.*Line 2.*phrases[\s\S]*Line 3, column 5.*phrase[\s\S]*Line 4.*say/;
  await expectRefusal(launcher, faults);
});
