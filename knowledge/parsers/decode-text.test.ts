import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { encodedSentences } from '@/tests/support/encoded-sentences';
import { toldElements } from '@/tests/support/told-elements';
import { decodeText } from './decode-text';
import { parseDocument } from './parse-document';

/** Characters of the shortest texts that must come out right. */
const shortLength = 20;

const read = async (bytes: Uint8Array, name: string) =>
  toldElements((await parseDocument(bytes, name, { onPage: () => undefined })).elements);

test.each(Object.entries(encodedSentences))(
  'sentences in %s come out as they were written, short ones too',
  (encoding, sentences) => {
    const texts = [
      ...sentences.map((sentence) => sentence.slice(0, shortLength)),
      ...sentences,
      sentences.join('\r\n'),
      `${'plain ascii words\n'.repeat(50)}${sentences.join('\n')}`,
    ];
    const wrong = texts.filter((text) => decodeText(iconv.encode(text, encoding)) !== text);
    expect(wrong).toEqual([]);
  },
);

test.each([
  ['utf-8', true],
  ['utf-8', false],
  ['utf-16le', true],
  ['utf-16le', false],
  ['utf-16be', true],
  ['utf-16be', false],
  ['utf-32le', true],
  ['utf-32be', true],
])('texts in %s come out as they were written, with a mark: %s', (encoding, addBOM) => {
  const texts = [
    '合同编号由财务部统一填写。',
    'Plain words, 12 of them.',
    '반품은 칠 일 이내에',
    '返品は七日以内に',
  ];
  const read = texts.map((text) => decodeText(iconv.encode(text, encoding, { addBOM })));
  expect(read).toEqual(texts);
});

test('one broken byte does not make a long text unreadable', () => {
  const bytes = Buffer.from('售后服务：七天内可以退货。'.repeat(20));
  bytes[300] = 0xff;
  expect(decodeText(bytes)).toContain('售后服务：七天内可以退货。');
  expect(decodeText(bytes.subarray(0, 299))).toContain('售后服务');
});

test.each([
  ['a.txt', '售后服务：七天内可以退货。', 'text: 售后服务：七天内可以退货。'],
  ['a.md', '# 售后服务\n\n七天内可以退货。', 'title: 售后服务'],
  ['a.csv', '名称,价格\n椅子,240\n', 'table: 名称 | 价格\n椅子 | 240'],
  ['a.tsv', '名称\t价格\n椅子\t240\n', 'table: 名称 | 价格\n椅子 | 240'],
  ['a.json', '{"名称": "椅子"}', 'text: 名称: 椅子'],
  ['a.html', '<html><body><p>七天内可以退货。</p></body></html>', 'text: 七天内可以退货。'],
])('%s is read in every encoding of Chinese', async (name, source, first) => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'gb18030']) {
    const bytes = iconv.encode(source, encoding, { addBOM: encoding.startsWith('utf') });
    expect((await read(bytes, name))[0]).toBe(first);
  }
});

test.each([
  ['a name that is right', 'gbk', '<meta charset="gb2312">'],
  [
    'a name in the old form',
    'big5',
    '<meta http-equiv="Content-Type" content="text/html; charset=Big5">',
  ],
  ['a name in an XML declaration', 'shift_jis', '<?xml version="1.0" encoding="Shift_JIS"?>'],
  ['a name that is wrong', 'gbk', '<meta charset="utf-8">'],
  ['a name that every page once had', 'gbk', '<meta charset="iso-8859-1">'],
])('a page with %s is read', async (_what, encoding, declared) => {
  const text =
    encoding === 'shift_jis'
      ? '返品は七日以内です。'
      : encoding === 'big5'
        ? '退貨須知'
        : '退货须知';
  const html = `${declared.startsWith('<?') ? declared : ''}<html><head>${declared.startsWith('<?') ? '' : declared}</head><body><p>${text}</p></body></html>`;
  expect(await read(iconv.encode(html, encoding), 'page.html')).toEqual([`text: ${text}`]);
});
