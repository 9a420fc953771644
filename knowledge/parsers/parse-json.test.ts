import { expect, test } from 'vitest';
import { parseDocument } from './parse-document';

const parse = (text: string, filename = 'file') =>
  parseDocument(new TextEncoder().encode(text), filename, { onPage: () => undefined });

test('nested values become lines that say where they stand, lists of records tables', async () => {
  const { format, elements } = await parse(
    JSON.stringify({
      shop: { name: 'Corner', open: true, phone: null },
      prices: [
        { item: 'Bag', price: 30 },
        { item: 'Belt', price: 12 },
      ],
    }),
  );
  expect(format).toBe('json');
  expect(elements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'text: shop › name: Corner\nshop › open: true',
    'text: prices',
    'table: item | price\nBag | 30\nBelt | 12',
  ]);
});

test('one record per line is read as a table', async () => {
  const { elements } = await parse(
    '{"id": 1, "name": "Ann"}\n{"id": 2, "name": "Bo"}\n',
    'a.jsonl',
  );
  expect(elements[0]?.text).toBe('id | name\n1 | Ann\n2 | Bo');
});

test('JSON that is cut off, or nested deeper than anything can read, is damaged', async () => {
  await expect(parse('{"a": [1, 2')).rejects.toMatchObject({ failure: 'damaged' });
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  await expect(parse(deep)).rejects.toMatchObject({ failure: 'damaged' });
});

test('values separated by tabs are told from those separated by commas', async () => {
  expect((await parse('Name\tCity\nAnn\tParis\n')).format).toBe('tsv');
  expect((await parse('Name,City\nAnn,Paris\n')).format).toBe('csv');
});
