import { watch } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { defineConnector, type NamedBy } from './connector';
import { isWithin, realPath, walkFolder } from './walk-folder';

/** A folder of the server with all that is in it, hidden files apart. Keys are paths below it. */
export const folderConnector = defineConnector({
  config: z.object({ path: z.string().trim().min(1).max(2000) }),
  prepare: async ({ path: given }, by) => ({ path: await requireFolder(given, by) }),
  list: ({ path: folder }, context) => walkFolder(folder, context),
  watch({ path: folder }, onChange, signal) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    watch(folder, { recursive: true, persistent: false, signal }, () => onChange())
      .once('error', reject)
      .once('close', resolve);
    return promise;
  },
});

/**
 * The real path of a folder that may be a source. Whoever manages sources could otherwise read any
 * file of the server; a folder that is not allowed looks the same whether it exists or not.
 */
async function requireFolder(given: string, { isServerOwner }: NamedBy): Promise<string> {
  if (!path.isAbsolute(given)) throw new AppError('folder_relative', { folder: given });
  const folder = await realPath(given);
  if (!isServerOwner) await requireAllowed(folder);
  const facts = await stat(folder).catch(() => null);
  if (!facts?.isDirectory()) throw new AppError('folder_missing', { folder: given });
  if (isWithin(await realPath(env().FRONTDESK_DATA_DIR), folder)) {
    throw new AppError('folder_of_desk', { folder: given });
  }
  return realpath(folder);
}

async function requireAllowed(folder: string): Promise<void> {
  const roots = env().SOURCE_FOLDERS ?? [];
  for (const root of roots) {
    if (isWithin(await realPath(root), folder)) return;
  }
  throw new AppError('folder_refused', { folders: roots.join(', ') || '–' });
}
