import {
  appendFile,
  chmod,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { restoreBackup } from '@/app/_cli/backup/restore-backup';
import { writeBackup } from '@/app/_cli/backup/write-backup';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { announceWorker } from '@/lib/db/worker-presence';
import { storedFilePath } from '@/lib/files/stored-file';
import { createUser } from '@/lib/operations/create-user';
import { closeQueue } from '@/lib/queue';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { makeConversation } from '@/tests/support/make-case';
import { admin } from '@/tests/support/principals';
import { runFrontdeskIn } from '@/tests/support/run-frontdesk';

const secret = 'a-secret-that-the-desk-made-0123456789';
let qdrant: FakeQdrant;
let root: string;
let kept: string;
let versionId: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-backup-'));
  kept = path.join(root, 'kept');
  qdrant = await startFakeQdrant();
  process.env.QDRANT_URL = qdrant.url;
  await writeFile(path.join(process.env.FRONTDESK_DATA_DIR ?? '', 'auth-secret'), secret);
  await createUser({ email: 'ann@example.test', kind: 'staff', roles: ['admin'] });
  versionId = await ingest('The boat house opens at nine.', 'public');
  await ingest('The boat costs 4,000 in upkeep.', 'staff');
});
afterAll(async () => {
  await closeQueue();
  await qdrant.stop();
  await rm(root, { recursive: true });
});

async function ingest(content: string, visibility: 'public' | 'staff'): Promise<string> {
  const stream = Readable.from([Buffer.from(content)]);
  const upload = { principal: admin, stream, filename: `${visibility}.txt`, visibility };
  const { versionId: id } = await uploadDocument(upload);
  await ingestVersion(id);
  return id;
}

interface Place {
  DATABASE_URL: string;
  FRONTDESK_DATA_DIR: string;
}

/** This test file's own desk. */
const here = (): Place => ({
  DATABASE_URL: process.env.DATABASE_URL ?? '',
  FRONTDESK_DATA_DIR: process.env.FRONTDESK_DATA_DIR ?? '',
});

let places = 0;
/** An empty database and data directory. */
async function emptyPlace(): Promise<Place> {
  places += 1;
  const name = `${new URL(here().DATABASE_URL).pathname.slice(1)}_${places}`;
  const server = postgres(inject('adminUrl'), { max: 1 });
  await server`create database ${server(name)} template template_desk`;
  await server.end();
  return {
    DATABASE_URL: inject('databaseUrl').replace('{database}', name),
    FRONTDESK_DATA_DIR: await mkdtemp(path.join(root, 'data-')),
  };
}

/** Runs a command in a place; resolves to its JSON. */
async function frontdesk(place: Place, ...args: string[]) {
  const { AUTH_SECRET: _none, ...inherited } = process.env;
  const env = { ...inherited, ...place };
  const { code, out, err } = await runFrontdeskIn(env, ...args, '--json');
  if (out === '') throw new Error(err);
  return { code, ...JSON.parse(out) };
}

test('a desk is backed up while it runs, and another one of the backup finds and knows the same', async () => {
  const conversation = await makeConversation('Where is my boat?');
  const leave = await announceWorker();
  const backup = await frontdesk(here(), 'backup', kept);
  await leave();
  expect(backup).toMatchObject({ code: 0, files: 2, index: 'kept' });
  expect(qdrant.snapshots()).toEqual([]);

  // On its way here it may have lain where files are for everybody to read.
  await chmod(path.join(kept, 'auth-secret'), 0o644);
  await chmod(path.join(kept, 'files', versionId), 0o644);
  const place = await emptyPlace();
  const restored = await frontdesk(place, 'restore', kept);
  expect(restored).toMatchObject({ code: 0, files: 2, rows: backup.rows, hasIndex: true });
  const original = await readFile(storedFilePath(versionId), 'utf8');
  const { FRONTDESK_DATA_DIR: data } = place;
  expect(await readFile(path.join(data, 'files', versionId), 'utf8')).toBe(original);
  expect(await readFile(path.join(data, 'auth-secret'), 'utf8')).toBe(secret);
  for (const file of ['auth-secret', path.join('files', versionId)]) {
    expect((await stat(path.join(data, file))).mode & 0o777).toBe(0o600);
  }
  const texts = async (as: string) => {
    const { hits } = await frontdesk(place, 'search', 'boat', '--as', as);
    return hits.map(({ text }: { text: string }) => text).sort();
  };
  expect(await texts('guest')).toEqual(['The boat house opens at nine.']);
  expect(await texts('staff:ann@example.test')).toHaveLength(2);
  const server = postgres(place.DATABASE_URL, { max: 1 });
  const messages = await server`select 1 from messages where conversation_id = ${conversation}`;
  await server.end();
  expect(messages).toHaveLength(1);
  const link = await frontdesk(place, 'users', 'link', '--email', 'ann@example.test');
  expect(link.link).toMatch(/^http/);
  // The first desk lives on beside it, with an index of its own.
  expect(qdrant.collections()).toHaveLength(2);
});

const refusal = (folder: string) =>
  restoreBackup(folder, () => undefined).then(
    () => 'not refused',
    (error) => error.message,
  );

test('a backup in which anything was changed or lost is refused before anything is done', async () => {
  const damages = [
    async (folder: string) => appendFile(await first(folder, 'database'), 'x'),
    async (folder: string) => writeFile(await first(folder, 'files'), 'changed'),
    async (folder: string) => rm(await first(folder, 'files')),
    async (folder: string) => rm(path.join(folder, 'index.snapshot')),
  ];
  for (const [at, damage] of damages.entries()) {
    const folder = path.join(root, `damaged-${at}`);
    await cp(kept, folder, { recursive: true });
    await damage(folder);
    expect(await refusal(folder)).toMatch(/The backup is damaged: (database|files|index)/);
  }
});

async function first(folder: string, inside: string): Promise<string> {
  const names = await readdir(path.join(folder, inside));
  return path.join(folder, inside, names[0] ?? '');
}

test('a manifest that names what is not of this database, or not of the backup, is refused', async () => {
  const text = await readFile(path.join(kept, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text);
  const [table, ...others] = manifest.tables;
  const program = `${table.columns}) from program 'touch ${path.join(root, 'ran')}' --`;
  const tamperings: [object, RegExp][] = [
    [{ tables: [{ ...table, columns: program }, ...others] }, /with other tables/],
    [{ tables: [{ ...table, name: '../../users' }, ...others] }, /damaged/],
    [{ tables: [{ ...table, name: 'pg_authid' }, ...others] }, /damaged/],
    [{ tables: others }, /with other tables/],
    [{ parts: manifest.parts.slice(1) }, /damaged/],
    [{ parts: [{ ...manifest.parts[0], path: '../kept/manifest.json' }] }, /damaged/],
  ];
  const folder = path.join(root, 'tampered');
  await cp(kept, folder, { recursive: true });
  for (const [changes, message] of tamperings) {
    const changed = JSON.stringify({ ...manifest, ...changes });
    await writeFile(path.join(folder, 'manifest.json'), changed);
    expect(await refusal(folder)).toMatch(message);
  }
  expect(await readdir(root)).not.toContain('ran');
});

test('what is no backup, of other tables, or for a desk that runs or is in use is refused with what to do', async () => {
  const unfinished = path.join(root, 'unfinished');
  await cp(kept, unfinished, { recursive: true });
  await rm(path.join(unfinished, 'manifest.json'));
  expect(await refusal(unfinished)).toMatch(/no complete backup/);

  const leave = await announceWorker();
  expect(await refusal(kept)).toMatch(/A desk runs on this database. Stop it/);
  await leave();
  const manifest = JSON.parse(await readFile(path.join(kept, 'manifest.json'), 'utf8'));
  const others = JSON.stringify({ ...manifest, schema: 1 });
  await writeFile(path.join(unfinished, 'manifest.json'), others);
  expect(await refusal(unfinished)).toMatch(/Restore it with the version that made it/);
  expect(await refusal(kept)).toMatch(/holds data already: accounts 1, documents 2/);
  await expect(writeBackup(kept, () => undefined)).rejects.toThrow(/is not empty/);
});

test('a backup is made while Qdrant gives no snapshot, and a desk of it builds its index anew', async () => {
  qdrant.failNext(1, 500);
  const folder = path.join(root, 'without');
  expect(await writeBackup(folder, () => undefined)).toMatchObject({ index: 'failed' });
  const restored = await frontdesk(await emptyPlace(), 'restore', folder);
  expect(restored).toMatchObject({ code: 0, hasIndex: false });
});
