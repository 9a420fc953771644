import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BulkheadPolicy, bulkhead, isBulkheadRejectedError } from 'cockatiel';
import type { Principal } from '@/lib/auth/principal';
import { findVersion, type VersionRow } from '@/lib/db/knowledge/document-versions';
import { AppError, notFound } from '@/lib/errors';
import { pagePictureFolder, removePagePictures } from '@/lib/files/page-pictures';
import { storedFilePath } from '@/lib/files/stored-file';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { hasPagePictures } from '@/lib/shared/documents';
import { systemCode } from '@/lib/system-code';
import { renderInChild } from '../child-process/render-in-child';
import { DocumentError } from '../parsers/document-error';

/** Pixels per inch: enough to read small print on a screen. */
const dpi = 110;
/**
 * Pages drawn at a time, for drawing takes a process and its memory, and pages that wait for that;
 * more are refused, for whoever asked may be gone when their turn comes. Guests and customers wait
 * in a line of their own: whoever goes through all pages of what is public keeps no staff waiting.
 */
const limits = {
  staff: { atOnce: 2, mayWait: 20 },
  public: { atOnce: 1, mayWait: 10 },
};
type Line = keyof typeof limits;
/** Time for drawing one page, in milliseconds. */
const drawMs = 30_000;

type Drawable = Pick<VersionRow, 'id' | 'format' | 'pages'>;

/** Whether there is a picture of this page of a version. */
export function hasPicture({ format, pages }: Drawable, page: number): boolean {
  return hasPagePictures(format) && page <= (pages ?? page);
}

/**
 * A page of a version as a PNG. Who may see it is for the caller to ask.
 * @param reader who asked for it
 * @param page from 1
 * @throws AppError `not_found` when there is no such page or none that can be drawn; `busy` when
 * too many are being drawn
 */
export async function drawPage(
  reader: Pick<Principal, 'kind'>,
  version: Drawable,
  page: number,
): Promise<Uint8Array> {
  if (!hasPicture(version, page)) throw notFound();
  const line = reader.kind === 'staff' ? 'staff' : 'public';
  return (await readDrawn(version.id, page)) ?? drawOnce(line, version.id, page);
}

async function readDrawn(versionId: string, page: number): Promise<Uint8Array | null> {
  try {
    return await readFile(picturePath(versionId, page));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function picturePath(versionId: string, page: number): string {
  return path.join(pagePictureFolder(versionId), `${page}.png`);
}

interface Drawing {
  policy: BulkheadPolicy;
  pages: Map<string, Promise<Uint8Array>>;
}

/** Readers in the same line who ask for the same page at the same time share one drawing of it. */
function drawOnce(line: Line, versionId: string, page: number): Promise<Uint8Array> {
  const { policy, pages } = processGlobal<Drawing>(`page-drawing-${line}`, () => ({
    policy: bulkhead(limits[line].atOnce, limits[line].mayWait),
    pages: new Map(),
  }));
  const key = picturePath(versionId, page);
  const begin = () => policy.execute(() => draw(versionId, page)).catch(explain);
  const drawn = pages.get(key) ?? begin().finally(() => pages.delete(key));
  pages.set(key, drawn);
  return drawn;
}

function explain(error: unknown): never {
  throw isBulkheadRejectedError(error) ? new AppError('busy') : error;
}

async function draw(versionId: string, page: number): Promise<Uint8Array> {
  const request = { path: storedFilePath(versionId), page, dpi };
  try {
    const picture = await renderInChild(request, { timeLimitMs: drawMs });
    await keep(versionId, page, picture);
    return picture;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    log().warn({ event: 'page-not-drawn', versionId, page, err: error }, 'told as not there');
    throw notFound();
  }
}

/** Keeps a picture for the next reader, unless the document was deleted while it was drawn. */
async function keep(versionId: string, page: number, picture: Uint8Array): Promise<void> {
  const partial = path.join(pagePictureFolder(versionId), `${randomUUID()}.part`);
  try {
    await mkdir(pagePictureFolder(versionId), { recursive: true });
    await writeFile(partial, picture, { mode: 0o600 });
    await rename(partial, picturePath(versionId, page));
  } catch (error) {
    log().warn({ event: 'page-not-kept', versionId, page, err: error }, 'it is drawn again');
  }
  if (!(await findVersion(versionId))) {
    await removePagePictures(versionId);
    throw notFound();
  }
}
