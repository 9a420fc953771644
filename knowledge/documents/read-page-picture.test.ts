import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { pagePictureFolder } from '@/lib/files/page-pictures';
import { removeStoredFile } from '@/lib/files/stored-file';
import { closeQueue } from '@/lib/queue';
import { makePdf } from '@/tests/support/make-pdf';
import { admin, guest, staffOf } from '@/tests/support/principals';
import { ingestVersion } from '../ingest/ingest-version';
import { deleteDocument } from './delete-document';
import { readPagePicture } from './read-page-picture';
import { uploadDocument } from './upload-document';

interface Upload {
  filename?: string;
  visibility?: 'public' | 'staff' | 'team:finance';
  replaces?: string;
}

async function ingest(
  content: Uint8Array | string,
  { filename = 'a.pdf', visibility = 'staff', replaces }: Upload = {},
) {
  const stream = Readable.from([Buffer.from(content)]);
  const { id, versionId } = await uploadDocument({
    principal: admin,
    stream,
    filename,
    visibility,
    replaces,
  });
  await ingestVersion(versionId);
  return { id, versionId };
}

const pages = (...texts: string[]) => makePdf(texts.map((text) => [{ text, y: 700 }]));
const notFound = { code: 'not_found' };

afterAll(closeQueue);

test('a page is drawn once, for all who ask at the same time and for those who ask later', async () => {
  const { id, versionId } = await ingest(pages('One', 'Two'));
  const asked = await Promise.all([1, 1, 1, 2].map((page) => readPagePicture(admin, id, page)));
  const [first, , , second] = asked.map((picture) => Buffer.from(picture));
  expect(
    asked.slice(0, 3).every((picture) => Buffer.from(picture).equals(first ?? Buffer.of())),
  ).toBe(true);
  expect(second?.equals(first ?? Buffer.of())).toBe(false);
  expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 935, height: 1210 });
  expect((await readdir(pagePictureFolder(versionId))).sort()).toEqual(['1.png', '2.png']);
  await removeStoredFile(versionId);
  expect(Buffer.from(await readPagePicture(staffOf(), id, 1))).toEqual(first);
});

test('guests who ask for more pages at once than can wait are told so, and keep no staff waiting', async () => {
  const texts = Array.from({ length: 14 }, (_, page) => `Page ${page}`);
  const { id } = await ingest(pages(...texts), { visibility: 'public' });
  let drawn = 0;
  const asked = texts.map(async (_, page) => {
    await readPagePicture(guest, id, page + 1);
    drawn += 1;
  });
  const settled = Promise.allSettled(asked);
  await readPagePicture(staffOf(), id, texts.length);
  expect(drawn).toBeLessThan(11);
  const refused = (await settled).filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(3);
  expect(refused[0]?.reason).toMatchObject({ code: 'busy', status: 503 });
});

test('the page is that of the version that answers, or of the one that is asked for', async () => {
  const { id } = await ingest(pages('The old text'));
  const old = Buffer.from(await readPagePicture(admin, id, 1));
  await ingest(pages('Now it says something else'), { replaces: id });
  expect(Buffer.from(await readPagePicture(admin, id, 1)).equals(old)).toBe(false);
  expect(Buffer.from(await readPagePicture(admin, id, 1, 1)).equals(old)).toBe(true);
  await expect(readPagePicture(admin, id, 1, 3)).rejects.toMatchObject(notFound);
});

test('who may not read the document finds no page of it, nor does anybody where there is none', async () => {
  const { id } = await ingest(pages('For finance only'), { visibility: 'team:finance' });
  await expect(readPagePicture(guest, id, 1)).rejects.toMatchObject(notFound);
  await expect(readPagePicture(staffOf('support'), id, 1)).rejects.toMatchObject(notFound);
  await expect(readPagePicture(admin, id, 2)).rejects.toMatchObject(notFound);
  const text = await ingest('Only text.', { filename: 'a.txt' });
  await expect(readPagePicture(admin, text.id, 1)).rejects.toMatchObject(notFound);
  const lost = await ingest(pages('Its file is gone'));
  await removeStoredFile(lost.versionId);
  await expect(readPagePicture(admin, lost.id, 1)).rejects.toMatchObject(notFound);
});

test('a page that is drawn while its document is deleted is not kept', async () => {
  const { id, versionId } = await ingest(pages('Soon to be gone'));
  const drawing = readPagePicture(admin, id, 1).catch((error: unknown) => error);
  await deleteDocument(admin, id);
  await drawing;
  await expect(readdir(pagePictureFolder(versionId))).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(readPagePicture(admin, id, 1)).rejects.toMatchObject(notFound);
});
