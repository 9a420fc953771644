import { expect, test } from 'vitest';
import { passageBlocks } from './passage-blocks';

const shape = (text: string, headingPath: string[] = []) =>
  passageBlocks(text, headingPath).map(({ kind, lines }) => [kind, ...lines.map((l) => l.text)]);

test('headings, paragraphs and tables of a passage are told apart', () => {
  const text = 'Sauna\nPrices\n\nTowels are free.\nBathrobes are not.\n\nDay | Price\nMonday | 9';
  expect(shape(text, ['Sauna', 'Prices'])).toEqual([
    ['heading', 'Sauna'],
    ['heading', 'Prices'],
    ['text', 'Towels are free.', 'Bathrobes are not.'],
    ['table', 'Day | Price', 'Monday | 9'],
  ]);
  expect(shape('Prices\n\nTowels are free.\nPrices', ['Prices'])[1]).toEqual([
    'text',
    'Towels are free.',
    'Prices',
  ]);
});

test('a single line with a bar in it is no table, and every line knows its place', () => {
  const text = 'Open | closed\n\nAsk the porter.';
  expect(shape(text)).toEqual([
    ['text', 'Open | closed'],
    ['text', 'Ask the porter.'],
  ]);
  for (const { lines } of passageBlocks(text, [])) {
    for (const line of lines) {
      expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
    }
  }
});
