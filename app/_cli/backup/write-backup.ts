import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import { downloadSnapshot, isSpread } from '@/knowledge/store/qdrant-snapshot';
import { collectionOf } from '@/knowledge/store/search-indexes';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import {
  copyOut,
  findSchemaVersion,
  listTables,
  type Snapshot,
  withSnapshot,
} from '@/lib/db/server/table-copies';
import { env } from '@/lib/env';
import { hashFile, writeHashed } from '@/lib/files/hashed-file';
import { listStoredFiles, storedFilePath } from '@/lib/files/stored-file';
import { log } from '@/lib/log';
import { systemCode } from '@/lib/system-code';
import { CommandProblem } from '../command-problem';
import {
  type BackupPart,
  backupPaths,
  type Manifest,
  productVersion,
  writeManifest,
} from './manifest';

/** Told how far a step is, 0 to 1. */
export type OnProgress = (step: string, progress: number, state: string) => void;

/** What became of the index: kept; built anew from the database when it is restored, and why. */
export type IndexOutcome = 'kept' | 'embedded' | 'several_nodes' | 'failed';

/**
 * Copies everything a desk needs into an empty folder, while the desk runs: one state of the
 * database, the stored files, the secret that signs sign-ins where the desk made it itself, and a
 * snapshot of an index in Qdrant.
 * @throws CommandProblem when the folder holds something
 */
export async function writeBackup(
  folder: string,
  onProgress: OnProgress,
): Promise<{ manifest: Manifest; index: IndexOutcome }> {
  await makeFolder(folder);
  // Once before the database is read, as a document may be deleted meanwhile, and once after it.
  const files = new Map<string, BackupPart>();
  await copyFiles(folder, files, onProgress);
  const { owned, ...database } = await withSnapshot((tx) => copyDatabase(folder, tx, onProgress));
  await copyFiles(folder, files, onProgress);
  await dropOthers(folder, files, owned);
  const parts = [...database.parts, ...files.values(), ...(await copySecret(folder))];
  const index = await copyIndex(folder, onProgress);
  if (index === 'kept') parts.push(await sumOf(folder, backupPaths.index));
  const manifest: Manifest = {
    format: 1,
    version: await productVersion(),
    madeAt: new Date().toISOString(),
    schema: database.schema,
    tables: database.tables,
    parts,
  };
  await writeManifest(folder, manifest);
  return { manifest, index };
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new CommandProblem(`${folder} is not empty. Name a new folder for the backup.`);
  }
  for (const name of ['database', 'files']) await mkdir(path.join(folder, name), { mode: 0o700 });
}

async function copyDatabase(folder: string, tx: Snapshot, onProgress: OnProgress) {
  const tables = await listTables(tx);
  const parts: BackupPart[] = [];
  for (const [at, table] of tables.entries()) {
    onProgress('database', at / tables.length, table.name);
    const part = backupPaths.table(table.name);
    const content = await copyOut(tx, table);
    parts.push({
      path: part,
      ...(await writeHashed(path.join(folder, part), content, createGzip())),
    });
  }
  const versions = await tx<{ id: string }[]>`select id from document_versions`;
  const owned = new Set(versions.map(({ id }) => id));
  return { tables, parts, owned, schema: await findSchemaVersion(tx) };
}

/** Copies the files that are not copied yet; one that is deleted meanwhile is left out. */
async function copyFiles(
  folder: string,
  done: Map<string, BackupPart>,
  onProgress: OnProgress,
): Promise<void> {
  const ids = (await listStoredFiles(0)).filter((id) => !id.includes('.') && !done.has(id));
  for (const [at, id] of ids.entries()) {
    onProgress('files', at / ids.length, `${at} of ${ids.length}`);
    const part = backupPaths.file(id);
    try {
      const sum = await writeHashed(path.join(folder, part), createReadStream(storedFilePath(id)));
      done.set(id, { path: part, ...sum });
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      await rm(path.join(folder, part), { force: true });
    }
  }
}

/** What was deleted before the database was read is not kept, either. */
async function dropOthers(
  folder: string,
  files: Map<string, BackupPart>,
  owned: Set<string>,
): Promise<void> {
  for (const [id, { path: part }] of files) {
    if (owned.has(id)) continue;
    await rm(path.join(folder, part), { force: true });
    files.delete(id);
  }
}

async function copySecret(folder: string): Promise<BackupPart[]> {
  const secret = path.resolve(env().FRONTDESK_DATA_DIR, 'auth-secret');
  if (env().AUTH_SECRET || !existsSync(secret)) return [];
  await writeHashed(path.join(folder, backupPaths.secret), createReadStream(secret));
  return [await sumOf(folder, backupPaths.secret)];
}

/** PostgreSQL is the source of truth, so a backup without the index is a whole one. */
async function copyIndex(folder: string, onProgress: OnProgress): Promise<IndexOutcome> {
  const { QDRANT_URL: url, QDRANT_API_KEY: apiKey } = env();
  const { live } = await findSearchIndexes();
  if (live?.store !== 'qdrant' || !url) return 'embedded';
  onProgress('index', 0, 'a snapshot of Qdrant');
  const file = path.join(folder, backupPaths.index);
  const collection = collectionOf(live.id);
  try {
    if (await isSpread({ url, apiKey }, collection)) return 'several_nodes';
    await downloadSnapshot({ url, apiKey }, collection, file);
    return 'kept';
  } catch (error) {
    log().warn({ event: 'index-not-kept', err: error }, 'it can be built anew');
    await rm(file, { force: true });
    return 'failed';
  }
}

async function sumOf(folder: string, part: string): Promise<BackupPart> {
  return { path: part, ...(await hashFile(path.join(folder, part))) };
}
