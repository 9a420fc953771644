import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { createGunzip } from 'node:zlib';
import { uploadSnapshot } from '@/knowledge/store/qdrant-snapshot';
import { collectionOf } from '@/knowledge/store/search-indexes';
import { sqlClient } from '@/lib/db/client';
import { isDeskAtWork } from '@/lib/db/held-lock';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import {
  type CopiedTable,
  fillTables,
  findSchemaVersion,
  listTables,
  type Snapshot,
  withSnapshot,
} from '@/lib/db/server/table-copies';
import { env } from '@/lib/env';
import { hashFile, writeHashed } from '@/lib/files/hashed-file';
import { storedFilePath } from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { CommandProblem } from '../command-problem';
import { findRunningDesk } from '../launcher/launcher-lock';
import { backupPaths, type Manifest, productVersion, readManifest } from './manifest';
import type { OnProgress } from './write-backup';

/**
 * Puts a backup into a desk that is stopped and holds nothing. All of it is checked first; the
 * database comes last and in one transaction, so what is interrupted can be begun again.
 * @returns what the backup holds, and whether the index came with it or is built anew
 * @throws CommandProblem when the backup is damaged or of other tables, the desk runs or holds data
 */
export async function restoreBackup(
  folder: string,
  onProgress: OnProgress,
): Promise<{ manifest: Manifest; hasIndex: boolean }> {
  const manifest = await readManifest(folder);
  await requireStopped();
  await requireSameTables(manifest);
  await requireWhole(folder, manifest, onProgress);
  await requireEmpty();
  await restoreFiles(folder, manifest, onProgress);
  await restoreSecret(folder, manifest);
  const indexId = newId();
  onProgress('database', 0, `${manifest.tables.length} tables`);
  await fillTables(
    manifest.tables,
    ({ name }) => unpack(path.join(folder, backupPaths.table(name))),
    (tx) => renameIndex(tx, indexId),
  );
  const hasIndex = await restoreIndex(folder, manifest, onProgress);
  return { manifest, hasIndex };
}

function unpack(file: string): Readable {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.once('error', (error) => unpacked.destroy(error));
  return packed.pipe(unpacked);
}

async function requireStopped(): Promise<void> {
  const desk = await findRunningDesk(env().FRONTDESK_DATA_DIR);
  if (!desk && !(await isDeskAtWork())) return;
  const where = desk ? ` at ${desk.address}` : ' on this database';
  throw new CommandProblem(`A desk runs${where}. Stop it, then restore.`);
}

/** The names of tables and columns become statements: they must be those that this database has. */
async function requireSameTables({ schema, version, tables }: Manifest): Promise<void> {
  const own = await withSnapshot(listTables);
  const isSame = isDeepStrictEqual(tables.map(toShape), own.map(toShape));
  if (isSame && (await findSchemaVersion(sqlClient())) === schema) return;
  throw new CommandProblem(
    `The backup was made by Frontdesk ${version} with other tables than those of this one (${await productVersion()}). Restore it with the version that made it, then update that desk.`,
  );
}

const toShape = ({ name, columns }: CopiedTable) => ({ name, columns });

/** Whoever restores over a desk loses it; that is for people to do, by removing it. */
async function requireEmpty(): Promise<void> {
  const [held] = await sqlClient()<{ users: number; documents: number; conversations: number }[]>`
    select (select count(*)::int from users) as users,
      (select count(*)::int from documents) as documents,
      (select count(*)::int from conversations) as conversations`;
  if (!held || held.users + held.documents + held.conversations === 0) return;
  throw new CommandProblem(
    `This desk holds data already: accounts ${held.users}, documents ${held.documents}, conversations ${held.conversations}. Restore into an empty one: name a new FRONTDESK_DATA_DIR, or an empty database with DATABASE_URL.`,
  );
}

async function requireWhole(
  folder: string,
  { parts }: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  for (const [at, part] of parts.entries()) {
    onProgress('check', at / parts.length, part.path);
    const found = await hashFile(path.join(folder, part.path)).catch(() => null);
    if (found?.sha256 === part.sha256) continue;
    const what = found ? 'is not what was written' : 'cannot be read';
    throw new CommandProblem(
      `The backup is damaged: ${part.path} ${what}. Nothing was changed. Use another backup.`,
    );
  }
}

async function restoreFiles(
  folder: string,
  { parts }: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  const files = parts.filter(({ path: part }) => part.startsWith('files/'));
  await mkdir(path.dirname(storedFilePath('any')), { recursive: true });
  for (const [at, { path: part }] of files.entries()) {
    onProgress('files', at / files.length, `${at} of ${files.length}`);
    await copyPrivately(path.join(folder, part), storedFilePath(path.basename(part)));
  }
}

async function restoreSecret(folder: string, { parts }: Manifest): Promise<void> {
  if (!parts.some(({ path: part }) => part === backupPaths.secret)) return;
  const secret = path.resolve(env().FRONTDESK_DATA_DIR, 'auth-secret');
  await copyPrivately(path.join(folder, backupPaths.secret), secret);
}

/** A copy that only its owner may read, whoever may read the original. */
async function copyPrivately(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await writeHashed(to, createReadStream(from));
}

/** The desk that was backed up may live on beside this one, on the same Qdrant. */
async function renameIndex(tx: Snapshot, id: string): Promise<void> {
  await tx`delete from search_indexes where state = 'building'`;
  await tx`update search_indexes set id = ${id} where state = 'live'`;
}

/** Without it, a worker finds the collection missing and builds it from PostgreSQL. */
async function restoreIndex(
  folder: string,
  { parts }: Manifest,
  onProgress: OnProgress,
): Promise<boolean> {
  const { QDRANT_URL: url, QDRANT_API_KEY: apiKey } = env();
  const { live } = await findSearchIndexes();
  const isKept = parts.some(({ path: part }) => part === backupPaths.index);
  if (!isKept || !url || !live) return false;
  onProgress('index', 0, 'to Qdrant');
  try {
    await uploadSnapshot(
      { url, apiKey },
      collectionOf(live.id),
      path.join(folder, backupPaths.index),
    );
    return true;
  } catch (error) {
    log().warn({ event: 'index-not-restored', err: error }, 'it is built anew');
    return false;
  }
}
