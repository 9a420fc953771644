import { constants, type Dirent, type Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { env } from '@/lib/env';
import { systemCode } from '@/lib/system-code';
import type { ListContext, OpenedItem, SourceItem } from './connector';
import { SourceFault } from './source-fault';

interface Walk {
  root: string;
  /** The desk's own files are never knowledge, least of all its secrets. */
  dataDir: string;
  context: ListContext;
}

/**
 * The files of a folder and of all folders in it, hidden ones left out. A link counts where it
 * leads to a file in the same folder; others, and links to folders, are not followed.
 * @throws SourceFault `folder_missing`, also when a link took the folder's place: it may lead anywhere
 */
export async function* walkFolder(
  root: string,
  context: ListContext,
): AsyncGenerator<SourceItem, void> {
  if ((await realpath(root).catch(() => null)) !== root) {
    throw new SourceFault('folder_missing', { folder: root });
  }
  yield* walk('', { root, dataDir: await realPath(env().FRONTDESK_DATA_DIR), context });
}

/** Whether a path is this folder or lies in it. Both are to be real paths. */
export function isWithin(folder: string, target: string): boolean {
  const way = path.relative(folder, target);
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}

/** The path without links; of what does not exist, the path as it was given. */
export async function realPath(given: string): Promise<string> {
  return realpath(given).catch(() => path.resolve(given));
}

async function* walk(below: string, tour: Walk): AsyncGenerator<SourceItem, void> {
  for (const entry of await entriesOf(below, tour)) {
    tour.context.signal.throwIfAborted();
    const { name } = entry;
    const key = path.posix.join(below, name);
    const file = await takenPath(entry, path.join(tour.root, key), tour).catch((fault: Error) => {
      tour.context.reportGap(key, fault);
      return null;
    });
    if (file && entry.isDirectory()) yield* walk(key, tour);
    else if (file) yield { key, open: (known) => openFile(file, name, known) };
  }
}

async function entriesOf(below: string, { root, context }: Walk): Promise<Dirent[]> {
  try {
    const entries = await readdir(path.join(root, below), { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    if (below === '') throw new SourceFault('folder_missing', { folder: root }, { cause });
    context.reportGap(below, new SourceFault('unreadable', {}, { cause }));
    return [];
  }
}

/** Where the entry's content lies; null for what is not taken. */
async function takenPath(entry: Dirent, target: string, tour: Walk): Promise<string | null> {
  if (entry.isFile() || entry.isDirectory()) return isWithin(tour.dataDir, target) ? null : target;
  if (!entry.isSymbolicLink()) return null;
  const real = await realpath(target).catch(gone);
  if (real === null || !isWithin(tour.root, real) || isWithin(tour.dataDir, real)) return null;
  const facts = await stat(real).catch(gone);
  return facts?.isFile() ? real : null;
}

/** A link that leads nowhere is none; a disk that does not answer takes no document away. */
function gone(cause: unknown): null {
  if (/^(ENOENT|ENOTDIR)$/.test(systemCode(cause))) return null;
  throw new SourceFault('unreadable', {}, { cause });
}

/** No link is followed; a pipe that took the file's place is not waited for. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function openFile(
  file: string,
  filename: string,
  known: string | null,
): Promise<OpenedItem | 'unchanged' | 'gone'> {
  const facts = await stat(file).catch(gone);
  if (!facts) return 'gone';
  const fingerprint = fingerprintOf(facts);
  if (fingerprint === known) return 'unchanged';
  const content = Readable.from(readUnchanged(file, fingerprint), { objectMode: false });
  return { content, filename, fingerprint };
}

/** The bytes of a file; fails in the end when they were not those of one moment. */
async function* readUnchanged(file: string, fingerprint: string): AsyncGenerator<Buffer> {
  const handle = await open(file, openFlags).catch((cause: unknown) => {
    throw new SourceFault('unreadable', {}, { cause });
  });
  try {
    await requireSameFile(file, await handle.stat());
    yield* handle.createReadStream({ autoClose: false });
    if (fingerprintOf(await handle.stat()) !== fingerprint) {
      throw new SourceFault('changed_while_read');
    }
  } finally {
    await handle.close();
  }
}

/**
 * The path was a real one when it was listed. Where it leads through a link by now, or what was
 * opened is no longer what stands there, somebody who may write into the folder could have the desk
 * read a file that lies elsewhere.
 */
async function requireSameFile(file: string, opened: Stats): Promise<void> {
  const isReal = (await realPath(file)) === file;
  const { dev, ino } = await stat(file).catch((cause: unknown) => {
    throw new SourceFault('unreadable', {}, { cause });
  });
  if (isReal && opened.isFile() && dev === opened.dev && ino === opened.ino) return;
  throw new SourceFault('unreadable');
}

function fingerprintOf({ size, mtimeMs, ino }: Stats): string {
  return `${size}:${mtimeMs}:${ino}`;
}
