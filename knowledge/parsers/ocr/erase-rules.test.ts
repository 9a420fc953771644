import { expect, test } from 'vitest';
import { eraseRules } from './erase-rules';
import type { GreyPicture } from './grey-picture';

const [ink, paper] = [20, 240];

/** A picture from its rows: `#` is ink; each mark is two pixels wide and high. */
function fromRows(rows: string[]): GreyPicture {
  const width = (rows[0]?.length ?? 0) * 2;
  const pixels = new Uint8Array(width * rows.length * 2).map((_, at) => {
    const row = rows[Math.floor(at / width / 2)] ?? '';
    return row[Math.floor((at % width) / 2)] === '#' ? ink : paper;
  });
  return { pixels, width, height: rows.length * 2 };
}

function toRows({ pixels, width, height }: GreyPicture): string[] {
  return Array.from({ length: height / 2 }, (_, row) =>
    Array.from({ length: width / 2 }, (__, column) =>
      (pixels[row * 2 * width + column * 2] ?? 255) < 128 ? '#' : ' ',
    ).join(''),
  );
}

const letter = ['  ###  ', '  #    ', '  ##   ', '  #    ', '  ###  '];

test('the lines of a table go with their crossings, its letters stay', () => {
  const line = '#'.repeat(29);
  const empty = `#${' '.repeat(13)}#${' '.repeat(13)}#`;
  const filled = letter.map((row) => `#   ${row}   #   ${row}   #`);
  const rows = [line, empty, ...filled, empty, line, empty, ...filled, empty, line];
  const picture = fromRows(rows);
  eraseRules(picture, 10);
  const blank = ' '.repeat(29);
  const bare = letter.map((row) => `    ${row}       ${row}    `);
  const left = [blank, blank, ...bare, blank, blank, blank, ...bare, blank, blank];
  expect(toRows(picture)).toEqual(left);
});

test('a dark heading with light letters stays as it is', () => {
  const bar = '#'.repeat(40);
  const light = letter.map((row) =>
    `####${row.replaceAll('#', '.').replaceAll(' ', '#').replaceAll('.', ' ')}`.padEnd(40, '#'),
  );
  const rows = ['', '', bar, ...light, bar, '', ''].map((row) => row.padEnd(40));
  const picture = fromRows(rows);
  eraseRules(picture, 10);
  expect(toRows(picture)).toEqual(rows);
});

test('dashes and short strokes are letters', () => {
  const rows = ['', ' ####   ##########  ', ''].map((row) => row.padEnd(20));
  const picture = fromRows(rows);
  eraseRules(picture, 10);
  expect(toRows(picture)).toEqual(rows);
});
