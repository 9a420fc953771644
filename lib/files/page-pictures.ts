import { rm } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';

/** Where the pictures of a version's pages are kept, made when they are first asked for. */
export function pagePictureFolder(versionId: string): string {
  return path.resolve(env().FRONTDESK_DATA_DIR, 'pictures', versionId);
}

/** Removes the pictures of a version's pages; none is no error. */
export async function removePagePictures(versionId: string): Promise<void> {
  await rm(pagePictureFolder(versionId), { recursive: true, force: true });
}
