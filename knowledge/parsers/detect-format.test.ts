import exceljs from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { makeDocx, paragraph } from '@/tests/support/make-docx';
import { makeMsg } from '@/tests/support/make-msg';
import { makeEpub, makeOdf, makePackage } from '@/tests/support/make-package';
import { makePdf } from '@/tests/support/make-pdf';
import { makePptx, shape } from '@/tests/support/make-pptx';
import { detectFormat } from './detect-format';

async function makeXlsx(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('a').addRow(['Bag', 30]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const mail =
  'From: ann@shop.test\r\nTo: bo@shop.test\r\nSubject: Keys\r\n\r\nPlease, bring them.\r\n';

const files: [string, () => Uint8Array | string | Promise<Uint8Array>][] = [
  ['pdf', () => makePdf([[{ text: 'Hello', y: 700 }]])],
  ['docx', () => makeDocx(paragraph('Hello'))],
  ['xlsx', makeXlsx],
  ['pptx', () => makePptx([{ shapes: shape(['Hello']) }])],
  ['odt', () => makeOdf('text', '<text:p>Hello</text:p>')],
  ['ods', () => makeOdf('spreadsheet', '')],
  ['odp', () => makeOdf('presentation', '')],
  ['epub', () => makeEpub('Hello', ['<p>Hello</p>'])],
  ['rtf', () => String.raw`{\rtf1 Hello\par}`],
  ['eml', () => mail],
  ['msg', () => makeMsg('Keys', 'Bring them.')],
  ['html', () => '<!-- saved -->\n<!DOCTYPE html><html><body><p>Hello</p></body></html>'],
  ['json', () => '{"name": "Bag", "price": 30}'],
  ['json', () => '[\n  {"name": "Bag"}\n]'],
  ['csv', () => 'Name,City,Since\nAnn,Paris,2020\nBo,Rome,2021\n'],
  ['tsv', () => 'Name\tCity\nAnn\tParis\nBo\tRome\n'],
  ['md', () => '# Setup\n\nRun **this** first, then [read](https://x.test/a).\n'],
  ['txt', () => 'Dear all,\n\nthe office is closed on Monday, as it is every year.\n'],
];

test.each(files)('a %s file is known under a wrong name and without one', async (format, make) => {
  const file = await make();
  const bytes = typeof file === 'string' ? strToU8(file) : file;
  const names = ['file', 'file.bin', 'file.pdf', 'file.docx', 'file.xlsx', 'file.png', 'file.txt'];
  const found = await Promise.all(names.map((name) => detectFormat(bytes, name)));
  expect([...new Set(found)]).toEqual([format]);
});

test.each([
  ['Word', 'WordDocument'],
  ['Excel', 'Workbook'],
  ['PowerPoint', 'PowerPoint Document'],
])('an old file of %s is of a kind that is not read', async (_program, stream) => {
  const file = new Uint8Array(4096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(iconv.encode(stream, 'utf-16le'), 1024);
  await expect(detectFormat(file, 'old.docx')).rejects.toMatchObject({
    failure: 'unsupported_type',
  });
  file.set(iconv.encode('EncryptedPackage', 'utf-16le'), 2048);
  await expect(detectFormat(file, 'old')).rejects.toMatchObject({ failure: 'password_protected' });
});

test('a document is known by its parts when it does not begin as usual', async () => {
  const part = (name: string, text: string) => ({
    'a.bin': new Uint8Array(9),
    [name]: strToU8(text),
  });
  const known = {
    docx: part('word/document.xml', ''),
    xlsx: part('xl/workbook.xml', ''),
    pptx: part('ppt/presentation.xml', ''),
    ods: part(
      'content.xml',
      '<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>',
    ),
  };
  for (const [format, parts] of Object.entries(known)) {
    expect(await detectFormat(zipSync(parts), 'a')).toBe(format);
  }
});

test('zip files of documents, encrypted ones and what is left of documents are told apart', async () => {
  const documents = zipSync({ 'a.docx': makeDocx(paragraph('Hello')), 'b.txt': strToU8('Hello') });
  await expect(detectFormat(documents, 'a.zip')).rejects.toMatchObject({
    failure: 'unsupported_type',
  });
  const locked = zipSync({
    'a.bin': new Uint8Array(9),
    'word/document.xml': strToU8('<w:document/>'),
  });
  locked[6] = 1;
  await expect(detectFormat(locked, 'a')).rejects.toMatchObject({ failure: 'password_protected' });
  const whole = makePackage('application/x-unknown', { 'word/other.xml': 'x'.repeat(999) });
  await expect(detectFormat(whole.slice(0, 300), 'a')).rejects.toMatchObject({
    failure: 'damaged',
  });
});

test.each([
  ['BMW 用户手册：请先阅读。', 'txt'],
  ['MZ-80 manual, first edition.', 'txt'],
  ['A file begins with %PDF-1.4, says the manual.', 'txt'],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'html'],
  ['[[Doors]] are closed at ten. [1]', 'txt'],
  ['<div><p>A part of a page</p></div>', 'html'],
  ['Dear Ann, dear Bo,\nwe meet at nine, as always,\nsee you there, all of you,', 'txt'],
])('the text «%s» is %s', async (text, format) => {
  expect(await detectFormat(strToU8(text), 'a.txt')).toBe(format);
});
