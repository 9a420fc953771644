import { expect, test } from 'vitest';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

const parse = (rtf: string) =>
  parseDocument(Buffer.from(rtf, 'latin1'), 'letter', { onPage: () => undefined });

test('titles, paragraphs, lists and tables are told apart', async () => {
  const { format, title, elements } = await parse(String.raw`{\rtf1\ansi\deff0
{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}{\s3 heading 2;}}
{\info{\title House rules}{\author Nobody}}{\header Page 1\par}
{\pard\outlinelevel0\b House rules\par}
\pard\s3 Doors\par
\pard Doors close {\b at} ten\emdash always.\par
{\pard\ls1{\listtext\bullet\tab}Keys\par}{\pard\ls1\ilvl1{\pntext 1.}Spare key\par}
\trowd\cellx100\cellx200\pard\intbl Zone\cell City\cell\row
\trowd\clvmgf\cellx100\cellx200\pard\intbl North\cell Oslo\par harbour\cell\row
\trowd\clvmrg\cellx100\cellx200\pard\intbl\cell Bergen\cell\row
\pard{\*\bkmkstart x}{\field{\*\fldinst HYPERLINK "https://x.test"}{\fldrslt Ask us}}.{\v unseen}\par}`);
  expect({ format, title }).toEqual({ format: 'rtf', title: 'House rules' });
  expect(toldElements(elements)).toEqual([
    'title: House rules',
    'title: Doors',
    'text: Doors close at ten—always.',
    'list: - Keys\n  - Spare key',
    'table: Zone | City\nNorth | Oslo harbour\nNorth | Bergen',
    'text: Ask us.',
    '(hidden-text) text: unseen',
  ]);
});

test('text is read in the encoding of its font, and Unicode without its stand-ins', async () => {
  const { elements } = await parse(
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}}` +
      String.raw`\f1 \'cd\'cb\'bb\'f5\f0  caf\'e9 \uc1\u-27447?\u36135?\uc3\u8364 EUR\par}`,
  );
  expect(toldElements(elements)).toEqual(['text: 退货 café 铉货€']);
});

test('pictures and binary data leave nothing behind, and endless groups are refused', async () => {
  const { elements } = await parse(
    String.raw`{\rtf1 Before {\pict\pngblip 89504e47}{\*\unknown lost}{\pict\bin5 }}}}}}after\par}`,
  );
  expect(toldElements(elements)).toEqual(['text: Before after']);
  await expect(parse(`{\\rtf1 ${'{'.repeat(5000)}`)).rejects.toMatchObject({ failure: 'damaged' });
});

const coloured = (body: string) =>
  parse(String.raw`{\rtf1{\colortbl;\red255\green255\blue255;\red32\green56\blue100;}${body}\par}`);

test.each([
  ['hidden', String.raw`{\v x9}`, 'hidden-text'],
  ['white', String.raw`{\cf1 x9}`, 'background-colour'],
  ['blue on blue', String.raw`{\cf2\highlight2 x9}`, 'background-colour'],
  ['of one point', String.raw`{\fs2 x9}`, 'tiny'],
  ['deleted', String.raw`{\deleted x9}`, 'deleted'],
  ['a remark', String.raw`{\*\atnauthor Ann}{\*\annotation{\*\atndate 5}x9}`, 'comment'],
])('text that is %s is kept apart', async (_how, hidden, reason) => {
  const { elements } = await coloured(`Seen. ${hidden}`);
  expect(toldElements(elements)).toEqual(['text: Seen.', `(${reason}) text: x9`]);
});

test('white letters on a dark ground are seen', async () => {
  const { elements } = await coloured(
    String.raw`\pard\cbpat2{\cf1 Bright.}\par\pard{\cf1\chcbpat2 Lit.}\par` +
      String.raw`\trowd\clcbpat2\cellx100\cellx200\pard\intbl{\cf1 Item}\cell{\cf1 Price}\cell\row\pard`,
  );
  expect(toldElements(elements)).toEqual(['text: Bright.', 'text: Lit.', 'table: Item | Price']);
});
