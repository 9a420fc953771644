import { expect, test } from 'vitest';
import { drawPdf, drawText, makePdf } from '@/tests/support/make-pdf';
import { parseDocument } from '../parse-document';

const left = [
  'The harbour is open from April to October,',
  'and boats are taken out of the water when',
  'the season ends. Places are given away by',
  'the harbour master, who keeps a list of all',
  'who asked, and answers in writing by March.',
  'A place costs four hundred for the season.',
];
const right = [
  'Ropes are made of nylon, for nylon gives way',
  'when the boat moves. A rope that was in the',
  'sun for three summers is replaced, however',
  'good it may look. Knots are opened after use',
  'and ropes hung up to dry, or they rot from',
  'the inside, where nobody notices it in time.',
];

async function read(pdf: Uint8Array) {
  const { elements } = await parseDocument(pdf, 'a.pdf', { onPage: () => undefined });
  return elements;
}

const texts = async (pdf: Uint8Array) => (await read(pdf)).map(({ text }) => text);

/** Lines of columns that are drawn one beside the other, line by line. */
function interleave(columns: string[][], xs: number[], top: number, shift = 0) {
  return (columns[0] ?? []).flatMap((_, row) =>
    columns.map((column, at) => ({
      text: column[row] ?? '',
      x: xs[at],
      y: top - row * 14 - at * shift,
      size: 10,
    })),
  );
}

test.each([
  ['level with each other', 0],
  ['set off by half a line', 6],
])('two columns drawn line by line, %s, are read one after the other', async (_how, shift) => {
  const pdf = makePdf([
    [
      { text: 'On boats and ropes', y: 740, size: 20 },
      {
        text: 'An introduction that runs over the full width of the page, over both of the columns.',
        y: 710,
      },
      ...interleave([left, right], [72, 320], 680, shift),
      {
        text: 'A closing line that runs over the full width of the page, under both of the columns.',
        y: 570,
      },
    ],
  ]);
  const [title, introduction, ...rest] = await texts(pdf);
  expect(title).toBe('On boats and ropes');
  expect(introduction).toMatch(/^An introduction/);
  expect(rest).toEqual([left.join(' '), right.join(' '), expect.stringMatching(/^A closing line/)]);
});

test('three columns are read from the left to the right', async () => {
  const column = (word: string) =>
    Array.from({ length: 7 }, (_, row) => `${word} column, line ${row} of seven.`);
  const columns = [column('First'), column('Middle'), column('Third')];
  const found = await texts(makePdf([interleave(columns, [50, 230, 410], 700)]));
  const at = (text: string) => found.join('\n').indexOf(text);
  expect(at('First column, line 6')).toBeLessThan(at('Middle column, line 0'));
  expect(at('Middle column, line 6')).toBeLessThan(at('Third column, line 0'));
});

test('a sentence that goes on in the next column stays in one piece', async () => {
  const open = [...left.slice(0, 5), 'A place costs four hundred, and whoever'];
  const end = ['wants to keep it pays by the end of March.', ...right];
  const pdf = makePdf([
    [...open, ...end].map((text, at) => ({
      text,
      x: at < 6 ? 72 : 320,
      y: 700 - (at % 6 === at ? at : at - 6) * 14,
      size: 10,
    })),
  ]);
  expect((await texts(pdf)).join('\n')).toContain('and whoever wants to keep it pays');
});

test('a table of short cells is read row by row, though its cells stand in columns', async () => {
  const rows = [
    ['Boat', 'Length', 'Fee'],
    ['Dinghy', '3 m', '100'],
    ['Sailing boat', '7 m', '250'],
    ['Yacht', '9 m', '400'],
    ['Barge', '12 m', '600'],
  ];
  const lines = rows.flatMap((row, at) =>
    row.map((text, column) => ({ text, x: 72 + column * 150, y: 700 - at * 16 })),
  );
  const [table] = await read(makePdf([lines]));
  expect(table?.rows).toEqual(rows);
  const byColumn = [0, 1, 2].flatMap((column) => lines.filter((_, at) => at % 3 === column));
  expect((await read(makePdf([byColumn])))[0]?.rows).toEqual(rows);
});

test('lines that are drawn around cells make a table of them, long cells and spanned ones included', async () => {
  const boxes = ['72 640 100 60', '172 640 200 60', '72 600 100 40', '172 600 200 40'];
  const pdf = drawPdf({
    pages: [
      {
        content: [
          ...boxes.map((box) => `${box} re S`),
          '72 580 300 20 re S',
          drawText({ text: 'Crane', x: 76, y: 666 }),
          drawText({ text: 'It runs on the last Saturday in', x: 176, y: 684 }),
          drawText({ text: 'October, for ten minutes a boat,', x: 176, y: 670 }),
          drawText({ text: 'and not when the wind is strong.', x: 176, y: 656 }),
          drawText({ text: 'Showers', x: 76, y: 616 }),
          drawText({ text: 'They are open all day.', x: 176, y: 616 }),
          drawText({ text: 'Both are free for members.', x: 76, y: 586 }),
        ].join('\n'),
      },
    ],
  });
  const [table] = await read(pdf);
  expect(table?.rows).toEqual([
    [
      'Crane',
      'It runs on the last Saturday in October, for ten minutes a boat, and not when the wind is strong.',
    ],
    ['Showers', 'They are open all day.'],
    ['Both are free for members.', ''],
  ]);
});

test('each line knows where it stands on the page as it is shown, turned and cropped', async () => {
  const content = drawText({ text: 'Harbour', x: 172, y: 592, size: 20 });
  const [upright] = await read(drawPdf({ pages: [{ content }] }));
  const [box] = upright?.boxes ?? [];
  expect(box).toMatchObject({ at: 0, x: expect.closeTo(172 / 612, 3) });
  expect(box?.y).toBeGreaterThan(1 - 612 / 792);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(1 - 587 / 792 + 0.001);

  const cropped = drawPdf({ pages: [{ content, entries: '/CropBox [100 400 400 700]' }] });
  const [inCrop] = (await read(cropped))[0]?.boxes ?? [];
  expect(inCrop?.x).toBeCloseTo(72 / 300, 3);

  const turned = drawPdf({ pages: [{ content, entries: '/Rotate 90' }] });
  const [onSide] = (await read(turned))[0]?.boxes ?? [];
  expect(onSide?.y).toBeCloseTo(172 / 612, 3);
  expect(onSide?.height).toBeGreaterThan(onSide?.width ?? 1);
});

test('the box of a line says where in the text it begins', async () => {
  const [element] = await read(
    makePdf([left.map((text, at) => ({ text, y: 700 - at * 14, size: 10 }))]),
  );
  const starts = element?.boxes?.map(({ at }) => element.text.slice(at, at + 12));
  expect(starts).toEqual(left.map((line) => line.slice(0, 12)));
});
