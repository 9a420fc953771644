import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

async function parse(fill: (workbook: exceljs.Workbook) => void, filename = 'book.xlsx') {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  const file = new Uint8Array(await workbook.xlsx.writeBuffer());
  return parseDocument(file, filename, { onPage: () => undefined });
}

test('each sheet is a page, with its name, the lines above its table, and the table', async () => {
  const { format, title, pages, elements } = await parse((workbook) => {
    workbook.title = 'Prices 2026';
    const rooms = workbook.addWorksheet('Rooms');
    rooms.addRows([['Prices from May'], ['Room', 'Price'], ['Single', 80.1 + 0.2], [], ['Ask us']]);
    workbook.addWorksheet('Sheet2').addRows([
      ['Meal', 'Price'],
      ['Lunch', 12],
    ]);
  }, 'prices.bin');
  expect({ format, title, pages }).toEqual({ format: 'xlsx', title: 'Prices 2026', pages: 2 });
  expect(elements.map(({ kind, page, text }) => `${kind} ${page}: ${text}`)).toEqual([
    'title 1: Rooms',
    'text 1: Prices from May',
    'table 1: Room | Price\nSingle | 80.3',
    'text 1: Ask us',
    'table 2: Meal | Price\nLunch | 12',
  ]);
});

test('numbers, days, shares, links and results of formulas read as people see them', async () => {
  const { elements } = await parse((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(['Day', 'Share', 'Sum', 'Paid', 'Where', 'Note', 'From']);
    const row = sheet.addRow([
      new Date(Date.UTC(2026, 0, 8)),
      0.125,
      { formula: 'A1-A1', result: 0 },
      true,
      { text: 'the shop', hyperlink: 'https://shop.test' },
      { richText: [{ text: 'very ' }, { text: 'late' }] },
      0.375,
    ]);
    row.getCell(1).numFmt = 'yyyy-mm-dd';
    row.getCell(2).numFmt = '0.0%';
    row.getCell(7).numFmt = 'hh:mm';
  });
  expect(elements[0]?.rows?.[1]).toEqual([
    '2026-01-08',
    '12.5%',
    '0',
    'true',
    'the shop',
    'very late',
    '09:00',
  ]);
});

test('a cell merged over rows stands in each of them', async () => {
  const { elements } = await parse((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRows([
      ['Zone', 'City', 'Price'],
      ['North', 'Oslo', 140],
      ['', 'Bergen', 120],
    ]);
    sheet.mergeCells('A2:A3');
  });
  expect(elements[0]?.rows).toEqual([
    ['Zone', 'City', 'Price'],
    ['North', 'Oslo', '140'],
    ['North', 'Bergen', '120'],
  ]);
});

test('what is hidden in a workbook is kept apart, with the reason', async () => {
  const { elements, pages, notes } = await parse((workbook) => {
    workbook.addWorksheet('Margins', { state: 'hidden' }).addRow(['secret margin', 40]);
    workbook.addWorksheet('Keys', { state: 'veryHidden' }).addRow(['secret key']);
    const sheet = workbook.addWorksheet('Sheet3');
    sheet.addRows([
      ['Item', 'Cost', 'Price', 'Note'],
      ['Bag', 'secret cost', 30, 'white'],
      ['secret item', 1, 2],
      ['Belt', '', 12, 'dark'],
      ['Hat', '', 8, 'format'],
    ]);
    sheet.getColumn(2).hidden = true;
    sheet.getRow(3).hidden = true;
    sheet.getCell('C2').note = 'Too low?';
    sheet.getCell('D2').font = { color: { argb: 'FFFFFFFF' } };
    sheet.getCell('D4').font = { color: { theme: 0 } };
    sheet.getCell('D4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF203864' } };
    sheet.getCell('D5').numFmt = ';;;';
  });
  expect(pages).toBe(3);
  expect(toldElements(elements)).toEqual([
    '(hidden-sheet) title 1: Margins',
    '(hidden-sheet) table 1: secret margin | 40',
    '(hidden-sheet) title 2: Keys',
    '(hidden-sheet) text 2: secret key',
    'table 3: Item | Price | Note\nBag | 30\nBelt | 12 | dark\nHat | 8',
    '(hidden-cells) text 3: Cost\nsecret cost\nsecret item | 1 | 2',
    '(comment) text 3: Too low?',
    '(background-colour) text 3: white',
    '(hidden-text) text 3: format',
  ]);
  expect(notes).toEqual([{ code: 'hidden_text', values: { count: 8 } }]);
});

test('white letters of a header whose ground comes from the style of its table are seen', async () => {
  const { elements } = await parse((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addTable({
      name: 'Prices',
      ref: 'A1',
      headerRow: true,
      style: { theme: 'TableStyleMedium2' },
      columns: [{ name: 'Item' }, { name: 'Price' }],
      rows: [['Bag', 30]],
    });
    sheet.getCell('A1').font = { color: { argb: 'FFFFFFFF' } };
  });
  expect(toldElements(elements)).toEqual(['table 1: Item | Price\nBag | 30']);
});

test('formulas never worked out, codes, durations and cells of several lines lose nothing', async () => {
  const { elements } = await parse((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(['Sum', 'Code', 'Time', 'Note']);
    const row = sheet.addRow([{ formula: 'SUM(B2:B9)' }, 501, 1.5, 'two\nlines']);
    row.getCell(2).numFmt = '00000';
    row.getCell(3).numFmt = '[h]:mm';
  });
  expect(elements[0]?.rows?.[1]).toEqual(['=SUM(B2:B9)', '00501', '36:00', 'two lines']);
});

test('a cell in the farthest corner costs no more than another', async () => {
  const { elements, notes } = await parse((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(['Bag', 30]);
    sheet.getCell('A1048576').value = 'far below';
    sheet.getCell('XFD1').value = 'far to the right';
  });
  expect(elements.map(({ text }) => text)).toEqual(['Bag | 30', 'far below']);
  expect(notes).toEqual([{ code: 'cut_columns', values: { columns: 16384, kept: 1000 } }]);
});
