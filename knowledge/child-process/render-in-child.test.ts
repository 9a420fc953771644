import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makePdf } from '@/tests/support/make-pdf';
import { makePng } from '@/tests/support/make-png';
import { renderInChild } from './render-in-child';

async function render(content: Uint8Array | string, page = 1): Promise<Uint8Array> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'render-')), 'file');
  await writeFile(file, content);
  return renderInChild({ path: file, page, dpi: 144 });
}

/** The darkest shade of each channel of a picture, or of a part of it. */
async function darkest(picture: Uint8Array, top: number): Promise<number> {
  const part = sharp(picture).extract({ left: 0, top, width: 1224, height: 100 });
  const { channels } = await sharp(await part.png().toBuffer()).stats();
  return Math.min(...channels.slice(0, 3).map(({ min }) => min));
}

test('a page of a PDF is drawn as it looks, in another process', async () => {
  const picture = await render(makePdf([[], [{ text: 'Ink on paper', y: 720, size: 24 }]]), 2);
  expect(await sharp(picture).metadata()).toMatchObject({
    format: 'png',
    width: 1224,
    height: 1584,
  });
  expect(await darkest(picture, 90)).toBeLessThan(60);
  expect(await darkest(picture, 1000)).toBe(255);
});

test('a page that is larger than any screen is drawn smaller', async () => {
  const poster = makePdf([[{ text: 'Poster', y: 100 }]]);
  const huge = Buffer.from(poster).toString('latin1').replace('0 0 612 792', '0 0 9000 99');
  const { width, height } = await sharp(await render(Buffer.from(huge, 'latin1'))).metadata();
  expect([width, height]).toEqual([4000, 44]);
});

test('a picture is made again from its pixels, a large one smaller', async () => {
  const notes = await sharp(makePng({ width: 3000, height: 1500 }))
    .withMetadata({ exif: { IFD0: { Copyright: 'kept to ourselves' } } })
    .jpeg()
    .toBuffer();
  const picture = await render(notes);
  const { format, width, height, exif } = await sharp(picture).metadata();
  expect({ format, width, height, exif }).toMatchObject({
    format: 'png',
    width: 2400,
    height: 1200,
  });
  expect(exif).toBeUndefined();
});

test('what has no such page, or no look of its own, is refused', async () => {
  await expect(render(makePdf([[]]), 2)).rejects.toMatchObject({ failure: 'damaged' });
  await expect(render('Only text.')).rejects.toMatchObject({ failure: 'unsupported_type' });
  const bomb = makePng({ width: 50_000, height: 50_000, rows: 10 });
  await expect(render(bomb)).rejects.toMatchObject({ failure: 'too_large_unpacked' });
});
