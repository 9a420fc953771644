import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPicture, type Print } from '@/tests/support/draw-picture';
import { readPicture } from './read-picture';

async function read(picture: Uint8Array): Promise<string[]> {
  const { elements } = await readPicture(picture, { page: 1 });
  return elements.flatMap(({ text }) => text.split('\n'));
}

const letter: Print[] = [
  { text: 'Dear guest,', x: 120, y: 140 },
  { text: 'The boats leave at nine on every morning of the summer', x: 120, y: 240 },
  { text: 'and come back before the evening bell has rung.', x: 120, y: 290 },
  { text: 'Please bring a warm coat.', x: 120, y: 390 },
];
const letterLines = ['Dear guest,', /boats leave at nine .* evening bell/, 'bring a warm coat'];

test('a printed page is read paragraph by paragraph, and each line has its place', async () => {
  const picture = drawPicture({ width: 1200, height: 500, print: letter });
  const { elements, confidence } = await readPicture(picture, { page: 7 });
  expect(elements.map(({ kind, page }) => [kind, page])).toEqual(elements.map(() => ['image', 7]));
  const texts = elements.map(({ text }) => text);
  expect(texts).toHaveLength(3);
  for (const [at, line] of letterLines.entries()) expect(texts[at]).toMatch(line);
  expect(confidence).toBeGreaterThan(85);
  const [first, second] = elements[1]?.boxes ?? [];
  expect(first).toMatchObject({ at: 0 });
  expect(elements[1]?.text.slice(second?.at)).toMatch(/^and come back/);
  expect((first?.x ?? 0) * 1200).toBeCloseTo(120, -1);
  const middle = ((first?.y ?? 0) + (first?.height ?? 0) / 2) * 500;
  expect(middle).toBeGreaterThan(215);
  expect(middle).toBeLessThan(245);
});

test.each([
  ['tilted', 1.5],
  ['tilted the other way', -2],
  ['on its side', 90],
  ['on its other side', -90],
  ['upside down', 180],
])('a page that was scanned %s is read all the same', async (_, turn) => {
  const picture = drawPicture({ width: 1200, height: 500, print: letter, turn });
  const text = (await read(picture)).join('\n');
  for (const line of letterLines) expect(text).toMatch(line);
});

test('the places of lines are those in the picture as it was handed in, however it lies', async () => {
  const picture = drawPicture({ width: 1200, height: 500, print: letter, turn: 90 });
  const { elements } = await readPicture(picture, { page: null });
  const [box] = elements.at(-1)?.boxes ?? [];
  // What is low on the page stands at the left once it is turned clockwise, and runs downwards.
  expect(box?.x).toBeCloseTo(1 - 390 / 500, 1);
  expect(box?.y).toBeCloseTo(120 / 1200, 1);
  expect((box?.height ?? 0) * 1200).toBeGreaterThan((box?.width ?? 0) * 500);
});

test('rows of a table with drawn lines come out as rows', async () => {
  const rows = [
    ['Item', 'Quantity', 'Price'],
    ['Garden chair', '12', '38.50'],
    ['Folding table', '3', '112.00'],
    ['Sun shade', '7', '64.90'],
  ];
  const [columns, left, top, height] = [[100, 560, 840, 1100], 100, 100, 62];
  const cells = rows.flatMap((row, at) =>
    row.map((text, column) => ({
      text,
      x: (columns[column] ?? 0) + 14,
      y: top + at * height + 42,
    })),
  );
  const level = [0, 1, 2, 3, 4].map((at) => top + at * height);
  const rules: [number, number, number, number][] = [
    ...level.map((y): [number, number, number, number] => [left, y, 1100, y]),
    ...columns.map((x): [number, number, number, number] => [x, top, x, top + 4 * height]),
  ];
  const picture = drawPicture({ width: 1240, height: 480, print: cells, rules });
  const { elements } = await readPicture(picture, { page: 1 });
  expect(elements).toMatchObject([{ kind: 'table', rows }]);
});

test('Chinese is read without spaces among its characters, with figures and signs', async () => {
  const print = ['您好，会议室在三楼的东侧。', '押金为房费的20%，退房时返还。'].map(
    (text, at): Print => ({ text, x: 40, y: 70 + at * 60, size: 34, font: 'chinese' }),
  );
  const lines = await read(drawPicture({ width: 700, height: 180, paper: '#95ec69', print }));
  const text = lines.join('').replaceAll(' ', '');
  expect(text).toContain('会议室在三楼的东侧');
  expect(text).toContain('押金为房费的20%，退房时返还');
  expect(lines.join('')).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
});

test('small light letters on dark are read', async () => {
  const print = [
    { text: 'Region: north harbour', x: 20, y: 40, size: 14, colour: '#ddd' },
    { text: 'Backups: every six hours', x: 20, y: 70, size: 14, colour: '#ddd' },
  ];
  const picture = drawPicture({ width: 420, height: 100, paper: '#1e1f24', print });
  expect((await read(picture)).join(' ')).toBe('Region: north harbour Backups: every six hours');
});

/** A photograph: faint print, noise, and light that falls off to one corner. */
async function photograph(picture: Uint8Array, light: { from: number; to: number; faint: number }) {
  const { data, info } = await sharp(picture)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  data.forEach((shade, at) => {
    const [x, y] = [at % info.width, Math.floor(at / info.width)];
    const fall = (x / info.width + y / info.height) / 2;
    const noise = ((at * 7919) % 23) - 11;
    const print = 255 - (255 - shade) * light.faint;
    data[at] = Math.max(0, print * (light.from + (light.to - light.from) * fall) + noise);
  });
  const { width, height } = info;
  return sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg()
    .toBuffer();
}

test.each([
  ['half in the dark', { from: 1, to: 0.3, faint: 1 }],
  ['in faint print', { from: 0.85, to: 0.85, faint: 0.25 }],
])('a photographed page %s is read', async (_, light) => {
  const page = drawPicture({ width: 1200, height: 500, print: letter });
  const text = (await read(await photograph(page, light))).join('\n');
  for (const line of letterLines) expect(text).toMatch(line);
});

test('the rows of a bill that lies on a dark table keep their figures', async () => {
  const rows = [
    ['Tea', '4', '3.20'],
    ['Apple cake', '12', '28.80'],
    ['Sparkling water', '7', '9.10'],
  ];
  const print = rows.flatMap((row, at) =>
    row.map((text, column) => ({ text, x: 40 + column * 290, y: 90 + at * 60 })),
  );
  const bill = await photograph(drawPicture({ width: 700, height: 300, print }), {
    from: 0.95,
    to: 0.9,
    faint: 1,
  });
  const sides = { top: 200, bottom: 200, left: 300, right: 300 };
  const table = await sharp(bill)
    .extend({ ...sides, background: '#3a2a20' })
    .jpeg()
    .toBuffer();
  const lines = await read(table);
  expect(lines).toHaveLength(3);
  for (const [at, [name, , price]] of rows.entries()) {
    expect(lines[at]).toContain(name);
    expect(lines[at]).toContain(price);
  }
});

test('a picture without text says nothing', async () => {
  const canvas = createCanvas(640, 480);
  const context = canvas.getContext('2d');
  for (let at = 0; at < 300; at += 1) {
    context.fillStyle = `hsl(${(at * 37) % 360} 60% ${30 + ((at * 17) % 50)}%)`;
    context.beginPath();
    const [x, y] = [(at * 97) % 640, (at * 61) % 480];
    context.ellipse(x, y, 8 + (at % 40), 4 + (at % 23), at, 0, 7);
    context.fill();
  }
  const picture = new Uint8Array(canvas.toBuffer('image/png'));
  expect(await readPicture(picture, { page: 1 })).toEqual({ elements: [], confidence: 0 });
});
