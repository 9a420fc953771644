import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseInChild } from '@/knowledge/child-process/parse-in-child';
import { DocumentError } from '@/knowledge/parsers/document-error';
import { parseDocument } from '@/knowledge/parsers/parse-document';
import type { ParsedDocument } from '@/knowledge/parsers/parsed-document';
import { makeDocx, paragraph } from '@/tests/support/make-docx';
import { makeEpub, makeOdf, makePackage } from '@/tests/support/make-package';
import { makePptx, shape } from '@/tests/support/make-pptx';
import { cellXml, makeXlsx, sheetXml } from '@/tests/support/make-xlsx';
import { toldElements } from '@/tests/support/told-elements';

/** Reading takes a second on a quiet machine; what blows up takes hours. */
const timeLimitMs = 150_000;

/** The elements of a file, or why it was refused. Anything else is a fault of ours. */
async function told(reading: Promise<ParsedDocument>): Promise<string[] | string> {
  try {
    return toldElements((await reading).elements);
  } catch (error) {
    if (error instanceof DocumentError) return error.failure;
    throw error;
  }
}

/** What becomes of a file that may be too much for the process that reads it. */
async function outcome(file: Uint8Array | string, filename: string): Promise<string[] | string> {
  const stored = path.join(await mkdtemp(path.join(os.tmpdir(), 'hostile-')), 'file');
  await writeFile(stored, file);
  return told(parseInChild({ path: stored, filename }, { timeLimitMs }));
}

/** What becomes of a file that is only broken. */
function outcomeHere(file: Uint8Array | string, filename: string): Promise<string[] | string> {
  const bytes = typeof file === 'string' ? strToU8(file) : file;
  return told(parseDocument(bytes, filename, { onPage: () => undefined }));
}

const nested = (open: string, close: string, depth: number) =>
  `${open.repeat(depth)}x${close.repeat(depth)}`;

/** Every entity is ten of the one before, and one is a file of the machine. */
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${[...'bcdefghijk']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
  .join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;

test.each([
  ['docx', makeDocx(`${laughs}${paragraph('Safe &k; &f; text')}`)],
  ['xlsx', makeXlsx(sheetXml(`<row r="1">${cellXml('A1', 'Safe &k; &f; text')}</row>`, laughs))],
  ['pptx', makePptx([{ shapes: laughs + shape(['Safe &k; &f; text']) }])],
  ['odt', makeOdf('text', `${laughs}<text:p>Safe &k; &f; text</text:p>`)],
  ['epub', makeEpub('Book', [`${laughs}<p>Safe &k; &f; text</p>`])],
  ['html', `${laughs}<html><body><p>Safe &k; &f; text</p></body></html>`],
])('entities that a %s file declares neither grow nor read files', async (name, file) => {
  const found = await outcome(file, `a.${name}`);
  expect(String(found).length).toBeLessThan(1000);
  expect(String(found)).not.toMatch(/haha|root:/);
  expect(found === 'damaged' || String(found).includes('Safe')).toBe(true);
});

test.each([
  ['docx', makeDocx(nested('<w:smartTag>', '</w:smartTag>', 20_000))],
  ['pptx', makePptx([{ shapes: nested('<p:grpSp>', '</p:grpSp>', 20_000) }])],
  ['odt', makeOdf('text', nested('<text:section>', '</text:section>', 20_000))],
  ['epub', makeEpub('Book', [nested('<div>', '</div>', 20_000)])],
  ['html', `<html><body>${nested('<div>', '</div>', 40_000)}`],
  ['html', `<html><body>${nested('<ul><li>', '</li></ul>', 10_000)}`],
  ['json', nested('{"a":', '}', 100_000).replace('x', '1')],
  ['rtf', `{\\rtf1 ${nested('{', '}', 100_000)}}`],
  ['md', nested('> - ', '', 100_000)],
])('a %s file of endless depth is read or refused', async (name, file) => {
  const found = await outcome(file, `a.${name}`);
  if (typeof found === 'string') expect(found).toMatch(/^(damaged|no_text|too_large_unpacked)$/);
  else expect(found.length).toBeLessThan(10);
});

const words = 'word and word '.repeat(700_000);

test.each([
  ['txt', words],
  ['md', words],
  ['csv', `a,b\n${words},b\n`],
  ['html', `<html><body><p>${words}</p></body></html>`],
  ['json', JSON.stringify({ note: words })],
  ['txt', `${'wrapped lines that never come to an end of their sentence\n'.repeat(160_000)}`],
])('10 MB on one line, or in one paragraph, of %s are read', async (name, file) => {
  expect(file.length).toBeGreaterThan(9_000_000);
  const found = await outcome(file, `a.${name}`);
  expect(found).toHaveLength(1);
});

/** Lines of nothing but one of these; what swallows all that follows it has a file of its own. */
const monotonous = [
  ['![', '[a](', '**a ', '`a', '|a', '# ', '_a', '<http:', ' ', '&', '['],
  ['<!--'],
  ['<a '],
  ['</'],
];

test.each(monotonous)('lines of nothing but %s take no time', async (...pieces) => {
  const lines = pieces.map((piece) => `Begin ${piece.repeat(100_000)}`).join('\n\n');
  for (const name of ['a.md', 'a.html', 'a.txt', 'a.eml']) {
    const found = await outcome(lines, name);
    expect(found).not.toBe('timed_out');
    expect(found).not.toBe('out_of_memory');
  }
});

test('bombs are refused, however they are packed', async () => {
  const zeros = new Uint8Array(30_000_000);
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': zeros });
  expect(await outcome(bomb, 'a.docx')).toBe('too_large_unpacked');
  const inside = zipSync({ 'a.zip': zipSync({ 'b.zip': bomb }) });
  expect(await outcome(inside, 'a.zip')).toBe('unsupported_type');
  const boundary =
    'From: a@b.test\nTo: c@d.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n';
  const mail = `${boundary}Content-Type: text/plain\n\nSee there.\n--b\nContent-Disposition: attachment; filename=a.docx\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bomb).toString('base64')}\n--b--\n`;
  expect(await outcome(mail, 'a.eml')).toContain('text: See there.');
  const many = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]),
  );
  expect(await outcome(zipSync(many), 'a.docx')).toBe('damaged');
});

test('names of parts that lead out of a file lead nowhere', async () => {
  const parts = { '../../../../tmp/out.xml': strToU8('x'), '/etc/out.xml': strToU8('x') };
  expect(await outcome(zipSync(parts), 'a.docx')).toBe('damaged');
  const slide = makePptx([{ shapes: shape(['Seen.']), notes: 'Notes.' }]);
  expect(await outcome(slide, '../../a.pptx')).toEqual(['text 1: Seen.', 'text 1: Notes.']);
});

const whole: [string, Uint8Array][] = [
  ['docx', makeDocx(paragraph('Some text that goes on. '.repeat(500)))],
  ['xlsx', makeXlsx(sheetXml(`<row r="1">${cellXml('A1', 'Text '.repeat(500))}</row>`))],
  ['pptx', makePptx([{ shapes: shape(['Text '.repeat(500)]) }])],
  ['odt', makeOdf('text', `<text:p>${'Text '.repeat(500)}</text:p>`)],
  ['ods', makeOdf('spreadsheet', `<text:p>${'Text '.repeat(500)}</text:p>`)],
  ['odp', makeOdf('presentation', `<text:p>${'Text '.repeat(500)}</text:p>`)],
  ['epub', makeEpub('Book', [`<p>${'Text '.repeat(500)}</p>`])],
];

test.each(whole)('a %s file that is cut off anywhere is refused', async (name, file) => {
  for (const share of [0.1, 0.3, 0.5, 0.9]) {
    const found = await outcomeHere(file.slice(0, Math.floor(file.length * share)), `a.${name}`);
    expect(found).toMatch(/^(damaged|unsupported_type|no_text)$/);
  }
});

test.each(['', ' ', '\n\n\r\n', '\t', '\ufeff', '\ufeff \n'])(
  'a file of «%s» is refused',
  async (text) => {
    for (const name of ['a.txt', 'a.csv', 'a.md', 'a.html', 'a.json', 'a.eml', 'a.docx', 'a']) {
      expect(await outcomeHere(text, name)).toMatch(/^(empty|no_text)$/);
    }
  },
);

test('sheets that claim more than they hold cost only what they hold', async () => {
  const far = `<row r="1">${cellXml('A1', 'Bag')}${cellXml('B1', '30')}</row><row r="1048576">${cellXml('XFD1048576', 'far')}</row>`;
  expect(await outcome(makeXlsx(sheetXml(far)), 'a.xlsx')).toEqual(['table 1: Bag | 30']);
  const wide = Array.from(
    { length: 1000 },
    (_, at) =>
      `<row r="${at + 1}">${cellXml(`A${at + 1}`, 'a')}${cellXml(`XFD${at + 1}`, 'z')}</row>`,
  );
  expect(await outcome(makeXlsx(sheetXml(wide.join(''))), 'a.xlsx')).toHaveLength(1000);
  const columns = Array.from({ length: 100_000 }, (_, at) => at).join(',');
  const [table] = await outcome(`${columns}\n${columns}\n`, 'a.csv');
  expect(table?.split('\n')[0]?.split(' | ')).toHaveLength(1000);
});

test('binary data that lies about its length, and mails of ten thousand parts, end', async () => {
  expect(await outcome('{\\rtf1 Before \\bin2000000000 x}\\par after}', 'a.rtf')).toEqual([
    'text: Before',
  ]);
  expect(await outcome('{\\rtf1 Before {\\bin-9 x}\\par after}', 'a.rtf')).toEqual([
    'text: Before x',
    'text: after',
  ]);
  const parts = Array.from(
    { length: 10_000 },
    (_, at) => `--b\nContent-Type: text/plain\n\nPart ${at}.\n`,
  );
  const head = 'From: a@b.test\nTo: c@d.test\nContent-Type: multipart/mixed; boundary=b\n\n';
  expect(await outcome(`${head}${parts.join('')}--b--\n`, 'a.eml')).toContain('text: Part 9999.');
});

test('a book that goes in circles is read once', async () => {
  const container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>';
  const spine = '<itemref idref="c"/><itemref idref="b"/>'.repeat(10_000);
  const book = `<package><manifest><item id="b" href="b.opf"/><item id="c" href="c.xhtml"/></manifest><spine>${spine}</spine></package>`;
  const file = makePackage('application/epub+zip', {
    'META-INF/container.xml': container,
    'b.opf': book,
    'c.xhtml': '<html><body><p>The door.</p></body></html>',
  });
  expect(await outcome(file, 'a.epub')).toEqual(['text: The door.']);
});

test('a file of a million elements, each of next to nothing, is refused before the desk holds them', async () => {
  expect(await outcome('a\n\n'.repeat(1_000_000), 'a.txt')).toBe('too_much_text');
});
