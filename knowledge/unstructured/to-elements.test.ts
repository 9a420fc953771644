import { expect, test } from 'vitest';
import { partitionAnswerSchema } from './partitioned-element';
import { toElements } from './to-elements';

const read = (answer: unknown[]) => toElements(partitionAnswerSchema.parse(answer));

test('each type of the service becomes one of ours and keeps its name', async () => {
  const elements = await read([
    { type: 'Title', text: 'House rules', metadata: { page_number: 1, category_depth: 1 } },
    { type: 'NarrativeText', text: 'Doors close at ten.', metadata: { page_number: 1 } },
    { type: 'Address', text: 'Harbour Street 1\nOld Town', metadata: { page_number: 1 } },
    { type: 'Image', text: 'Way out', metadata: { page_number: 2 } },
    { type: 'SomethingNew', text: 'Read all the same.', metadata: { page_number: 2 } },
  ]);
  expect(elements).toEqual([
    { kind: 'title', text: 'House rules', page: 1, level: 2, sourceType: 'Title' },
    { kind: 'text', text: 'Doors close at ten.', page: 1, sourceType: 'NarrativeText' },
    { kind: 'text', text: 'Harbour Street 1\nOld Town', page: 1, sourceType: 'Address' },
    { kind: 'image', text: 'Way out', page: 2, sourceType: 'Image' },
    { kind: 'text', text: 'Read all the same.', page: 2, sourceType: 'SomethingNew' },
  ]);
});

test('headers, footers, page numbers and empty elements are left out', async () => {
  const types = ['Header', 'Footer', 'PageNumber', 'PageBreak'];
  const running = types.map((type) => ({ type, text: 'Company handbook' }));
  expect(await read([...running, { type: 'Image', text: ' ' }, { type: 'Text' }])).toEqual([]);
});

test('a table has its cells from the HTML, merged ones in each of their rows', async () => {
  const html =
    '<table><thead><tr><th>Size</th><th>Price</th></tr></thead><tbody>' +
    '<tr><td>S</td><td rowspan="2">9 €</td></tr><tr><td>M</td></tr></tbody></table>';
  const [table] = await read([
    { type: 'Table', text: 'Size Price S 9 € M', metadata: { text_as_html: html, page_number: 3 } },
  ]);
  expect(table).toMatchObject({
    kind: 'table',
    page: 3,
    text: 'Size | Price\nS | 9 €\nM | 9 €',
    rows: [
      ['Size', 'Price'],
      ['S', '9 €'],
      ['M', '9 €'],
    ],
    sourceType: 'Table',
  });
});

test('no row of a long sheet is lost where its HTML is read part by part', async () => {
  const rows = Array.from(
    { length: 4000 },
    (_, n) => `<tr><td>item ${n}</td><td>${n * 2}</td></tr>`,
  );
  const html = `<table border="1"><tr><td>Item</td><td>Stock</td></tr>${rows.join('')}</table>`;
  const tables = await read([{ type: 'Table', text: '', metadata: { text_as_html: html } }]);
  const body = tables.flatMap((table) => table.rows?.slice(1) ?? []);
  expect(body).toHaveLength(4000);
  expect(body[2718]).toEqual(['item 2718', '5436']);
  expect(tables.every((table) => table.rows?.[0]?.[0] === 'Item')).toBe(true);
});

test('a table without cells is the words in it', async () => {
  const [text] = await read([{ type: 'Table', text: 'Size Price S 9 €', metadata: {} }]);
  expect(text).toMatchObject({ kind: 'text', text: 'Size Price S 9 €', sourceType: 'Table' });
});

test('items that follow each other are one list per page, each with its box', async () => {
  const coordinates = {
    points: [
      [100, 200],
      [100, 220],
      [300, 220],
      [300, 200],
    ],
    system: 'PixelSpace',
    layout_width: 1000,
    layout_height: 2000,
  };
  const elements = await read([
    { type: 'ListItem', text: '• Coats', metadata: { page_number: 1, coordinates } },
    {
      type: 'ListItem',
      text: 'Scarves',
      metadata: { page_number: 1, category_depth: 1, coordinates },
    },
    { type: 'ListItem', text: '3. Hats', metadata: { page_number: 2 } },
  ]);
  expect(elements.map(({ text, page }) => [text, page])).toEqual([
    ['- Coats\n  - Scarves', 1],
    ['3. Hats', 2],
  ]);
  expect(elements[0]?.boxes?.map(({ at }) => at)).toEqual([0, 8]);
  expect(elements[0]?.boxes?.[0]).toMatchObject({ x: 0.1, y: 0.1 });
});

test('boxes count from the top whatever the service counts from, and end with the page', async () => {
  const at = (system: string, top: number, bottom: number) => ({
    points: [
      [-10, top],
      [-10, bottom],
      [50, bottom],
      [50, top],
    ],
    system,
    layout_width: 100,
    layout_height: 100,
  });
  const boxesOf = async (coordinates: unknown) => {
    const [element] = await read([{ type: 'Text', text: 'Words', metadata: { coordinates } }]);
    return element?.boxes;
  };
  expect(await boxesOf(at('PixelSpace', 25, 50))).toEqual([
    { at: 0, x: 0, y: 0.25, width: 0.5, height: 0.25 },
  ]);
  expect(await boxesOf(at('PointSpace', 75, 50))).toEqual([
    { at: 0, x: 0, y: 0.25, width: 0.5, height: 0.25 },
  ]);
  expect(await boxesOf({ ...at('PixelSpace', 25, 50), layout_width: null })).toBeUndefined();
});

test('odd facts about an element do not cost its text', async () => {
  const metadata = { page_number: 'three', category_depth: -1, coordinates: { points: 'none' } };
  expect(await read([{ type: 'Text', text: 'Kept.', metadata }])).toEqual([
    { kind: 'text', text: 'Kept.', page: null, sourceType: 'Text' },
  ]);
});

test('text is cleaned: wrapped lines joined, radicals plain, no spaces inside recognised Chinese', async () => {
  const elements = await read([
    { type: 'NarrativeText', text: 'Returns are pos-\nsible within\n30 days.' },
    { type: 'NarrativeText', text: '退 货 须 在 三 十 天 内' },
    { type: 'NarrativeText', text: '第一章 总则' },
    { type: 'NarrativeText', text: '第⼀⻚' },
  ]);
  expect(elements.map(({ text }) => text)).toEqual([
    'Returns are possible within 30 days.',
    '退货须在三十天内',
    '第一章 总则',
    '第一页',
  ]);
});
