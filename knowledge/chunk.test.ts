import { expect, test } from 'vitest';
import { chunkElements, chunkSize, weigh } from './chunk';
import type { Element } from './parsers/parsed-document';
import { splitSentences } from './split-sentences';

function title(text: string, level: number, page: number | null = null): Element {
  return { kind: 'title', text, level, page };
}

function prose(text: string, page: number | null = null): Element {
  return { kind: 'text', text, page };
}

test('a chunk knows the headings above it and does not run over into the next section', () => {
  const chunks = chunkElements([
    title('Handbook', 1, 1),
    title('Leave', 2, 1),
    prose('Leave is asked for in writing.', 1),
    title('Travel', 2, 2),
    prose('Trips are booked by the desk.', 2),
  ]);
  expect(chunks.map(({ headingPath, page }) => ({ headingPath, page }))).toEqual([
    { headingPath: ['Handbook', 'Leave'], page: 1 },
    { headingPath: ['Handbook', 'Travel'], page: 2 },
  ]);
  expect(chunks[1]?.text).toBe('Travel\n\nTrips are booked by the desk.');
});

test('long text is cut between sentences and between pages', () => {
  const sentence = (n: number) => `Sentence number ${n} says something about the front desk.`;
  const page = (first: number) =>
    Array.from({ length: 15 }, (_, index) => sentence(first + index)).join(' ');
  const chunks = chunkElements([prose(page(0), 1), prose(page(15), 2), prose(page(30), 3)]);
  expect(chunks.length).toBeGreaterThan(1);
  for (const chunk of chunks) {
    expect(weigh(chunk.text)).toBeLessThanOrEqual(chunkSize);
    expect(chunk.text).toMatch(/^Sentence .*desk\.$/s);
  }
  for (const [page, first] of [
    [1, 0],
    [2, 15],
    [3, 30],
  ] as const) {
    const here = chunks.filter((chunk) => chunk.page === page).map((chunk) => chunk.text);
    expect(here.join(' ')).toContain(sentence(first + 14));
    expect(here[0]?.startsWith(sentence(first))).toBe(true);
  }
});

test('a title at the foot of a page goes with the text that follows it', () => {
  const chunks = chunkElements([prose('End.', 1), title('Fees', 1, 1), prose('None.', 2)]);
  expect(chunks).toMatchObject([
    { text: 'End.', page: 1 },
    { text: 'Fees\n\nNone.', page: 2 },
  ]);
});

test('Chinese sentences stay whole and are joined without spaces', () => {
  const text = '员工出差应提前三个工作日申请。费用凭发票报销。'.repeat(30);
  const chunks = chunkElements([prose(text)]);
  expect(chunks.length).toBeGreaterThan(1);
  for (const chunk of chunks) expect(chunk.text).toMatch(/^[员费].*。$/);
  expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
});

test('each part of a long table begins with the header row, and no row is cut', () => {
  const rows = Array.from({ length: 200 }, (_, n) => [`Item ${n}`, `${n}.50 EUR`, 'in stock']);
  const chunks = chunkElements([
    { kind: 'table', text: '', page: 1, rows: [['Item', 'Price', 'State'], ...rows] },
  ]);
  expect(chunks.length).toBeGreaterThan(2);
  for (const chunk of chunks) {
    const [header, ...lines] = chunk.text.split('\n');
    expect(header).toBe('Item | Price | State');
    for (const line of lines) expect(line).toMatch(/^Item \d+ \| \d+\.50 EUR \| in stock$/);
  }
});

test('three megabytes on one line without a full stop still become chunks', () => {
  const chunks = chunkElements([prose('word '.repeat(600_000))]);
  expect(chunks.length).toBeGreaterThan(1000);
  for (const chunk of chunks) expect(chunk.text).toMatch(/^word.*word$/);
});

test('abbreviations, numbers and closing quotes do not end a sentence too early', () => {
  expect(splitSentences('Ask Dr. Wu, ext. 3.5, e.g. by mail. She said “Yes.” Then go!')).toEqual([
    'Ask Dr. Wu, ext. 3.5, e.g. by mail.',
    'She said “Yes.”',
    'Then go!',
  ]);
  expect(splitSentences('她说：“可以。”然后离开！真的吗？')).toEqual([
    '她说：“可以。”',
    '然后离开！',
    '真的吗？',
  ]);
});
