import exceljs from 'exceljs';
import { expect, test } from 'vitest';
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

test('hidden sheets, rows and columns do not answer anybody', async () => {
  const { elements, pages } = await parse((workbook) => {
    workbook.addWorksheet('Margins', { state: 'hidden' }).addRow(['secret margin', 40]);
    const sheet = workbook.addWorksheet('Sheet2');
    sheet.addRows([
      ['Item', 'Cost', 'Price'],
      ['Bag', 'secret cost', 30],
      ['secret item', 1, 2],
    ]);
    sheet.getColumn(2).hidden = true;
    sheet.getRow(3).hidden = true;
  });
  expect(pages).toBe(2);
  expect(elements).toMatchObject([{ page: 2, text: 'Item | Price\nBag | 30' }]);
});

test('a cell in the farthest corner costs no more than another', async () => {
  const { elements } = await parse((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(['Bag', 30]);
    sheet.getCell('A1048576').value = 'far below';
    sheet.getCell('XFD1').value = 'far to the right';
  });
  expect(elements.map(({ text }) => text)).toEqual(['Bag | 30', 'far below']);
});
