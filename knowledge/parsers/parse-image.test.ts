import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPicture } from '@/tests/support/draw-picture';
import { makePng } from '@/tests/support/make-png';
import { parseDocument } from './parse-document';

const quiet = { onPage: () => undefined };

function page(text: string): Uint8Array {
  return drawPicture({ width: 700, height: 200, print: [{ text, x: 60, y: 110 }] });
}

const read = (file: Uint8Array, filename = 'picture') => parseDocument(file, filename, quiet);

test.each(['png', 'jpeg', 'webp', 'tiff'] as const)(
  'a %s picture is known by its content, whatever its name says',
  async (format) => {
    const file = await sharp(page('Keys hang behind the door')).toFormat(format).toBuffer();
    expect(await read(file, 'keys.docx')).toMatchObject({
      format,
      pages: 1,
      elements: [{ kind: 'image', text: 'Keys hang behind the door', page: 1 }],
    });
  },
);

test('a TIFF file is read page by page, and tells how far it is', async () => {
  const pages = [page('The first of two pages'), page('Another page follows')];
  const file = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  const told: [number, number][] = [];
  const parsed = await parseDocument(file, 'scan.tif', {
    onPage: (done, total) => told.push([done, total]),
  });
  expect(parsed.pages).toBe(2);
  expect(parsed.elements.map((element) => [element.page, element.text])).toEqual([
    [1, 'The first of two pages'],
    [2, 'Another page follows'],
  ]);
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('a photograph is read as it was held, which the camera notes beside it', async () => {
  const held = sharp(page('Taken with a camera on its side')).rotate(-90);
  const file = await held.jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect((await read(file)).elements).toMatchObject([{ text: 'Taken with a camera on its side' }]);
});

test('print on a transparent ground is read as on paper', async () => {
  const clear = drawPicture({
    width: 700,
    height: 200,
    paper: 'transparent',
    print: [{ text: 'Drawn on nothing at all', x: 60, y: 110 }],
  });
  expect((await read(clear)).elements).toMatchObject([{ text: 'Drawn on nothing at all' }]);
});

test('a picture without text is told as such', async () => {
  await expect(read(makePng({ width: 300, height: 200 }))).rejects.toMatchObject({
    failure: 'no_text',
  });
});

test('a small file that claims a huge picture is refused before it is unpacked', async () => {
  const bomb = makePng({ width: 50_000, height: 50_000, rows: 10 });
  expect(bomb.length).toBeLessThan(10_000);
  await expect(read(bomb)).rejects.toMatchObject({ failure: 'too_large_unpacked' });
});

test('a picture that breaks off is told as damaged', async () => {
  const whole = page('Half of this is missing');
  await expect(read(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
    failure: 'damaged',
  });
  const jpeg = await sharp(whole).jpeg().toBuffer();
  await expect(read(jpeg.subarray(0, jpeg.length / 2))).rejects.toMatchObject({
    failure: 'damaged',
  });
});
