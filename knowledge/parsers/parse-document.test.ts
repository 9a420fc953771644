import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { makeDocx, paragraph, table } from '@/tests/support/make-docx';
import { assemble, makePdf } from '@/tests/support/make-pdf';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

const quiet = { onPage: () => undefined };

function parse(content: Uint8Array | string, filename = 'file') {
  return parseDocument(new Uint8Array(Buffer.from(content)), filename, quiet);
}

test('a PDF gives its titles, paragraphs and pages', async () => {
  const line = (text: string, y: number) => ({ text, y });
  const pdf = makePdf([
    [
      { text: 'Bicycle rules', y: 720, size: 20 },
      line('Bicycles are parked behind the house, where a roof keeps them dry, and are', 690),
      line('locked at night.', 676),
      line('Guests ask at the desk.', 640),
    ],
    [],
    [line('Helmets are lent for free.', 700)],
  ]);
  expect(await parse(pdf)).toMatchObject({
    format: 'pdf',
    title: 'Bicycle rules',
    pages: 3,
    elements: [
      { kind: 'title', text: 'Bicycle rules', page: 1, level: 1 },
      {
        kind: 'text',
        text: 'Bicycles are parked behind the house, where a roof keeps them dry, and are locked at night.',
        page: 1,
      },
      { kind: 'text', text: 'Guests ask at the desk.', page: 1 },
      { kind: 'text', text: 'Helmets are lent for free.', page: 3 },
    ],
  });
});

test('headers and footers that repeat on every page are read once', async () => {
  const pdf = makePdf(
    ['Keys are kept in the safe.', 'Doors are locked at ten.', 'Lights go out at eleven.'].map(
      (text, index) => [
        { text: 'House rules 2026', y: 760 },
        { text, y: 700 },
        { text: `Page ${index + 1} of 3`, y: 40 },
      ],
    ),
  );
  const { elements } = await parse(pdf);
  expect(elements.map(({ text, page }) => `${page}: ${text}`)).toEqual([
    '1: House rules 2026',
    '1: Keys are kept in the safe.',
    '1: Page 1 of 3',
    '2: Doors are locked at ten.',
    '3: Lights go out at eleven.',
  ]);
});

test('a table in a PDF keeps its rows, cells of several lines included', async () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((text, index) => ({ text, x: 72 + index * 150, y }));
  const pdf = makePdf([
    [
      ...row(700, 'City', 'Hotel', 'Meals'),
      { text: 'Paris', y: 684 },
      { text: 'near the', x: 222, y: 684 },
      { text: 'station', x: 222, y: 670 },
      { text: '45', x: 372, y: 684 },
      ...row(650, 'Rome', 'old town', '40'),
    ],
  ]);
  const { elements } = await parse(pdf);
  expect(elements).toMatchObject([
    {
      kind: 'table',
      page: 1,
      text: 'City | Hotel | Meals\nParis | near the station | 45\nRome | old town | 40',
      rows: [
        ['City', 'Hotel', 'Meals'],
        ['Paris', 'near the station', '45'],
        ['Rome', 'old town', '40'],
      ],
    },
  ]);
});

test('a PDF that needs a password, is cut off or holds only pictures is refused with the reason', async () => {
  const key = `<${'00'.repeat(32)}>`;
  const encrypted = assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >>`,
    ],
    `/Encrypt 3 0 R /ID [${key} ${key}]`,
  );
  await expect(parse(encrypted)).rejects.toMatchObject({ failure: 'password_protected' });
  const whole = makePdf([[{ text: 'Hello', y: 700 }]]);
  await expect(parse(whole.slice(0, 100))).rejects.toMatchObject({ failure: 'damaged' });
  await expect(parse(makePdf([[], []]))).rejects.toMatchObject({ failure: 'no_text' });
});

test('a Word document gives its headings, text and tables, under whatever name', async () => {
  const docx = makeDocx(
    paragraph('Purchase contract', 'Heading1') +
      paragraph('Goods are delivered by 10 April.') +
      table([
        ['Item', 'Price'],
        ['Printer', '2,350.00'],
      ]),
  );
  const { format, elements } = await parse(docx, 'contract.pdf');
  expect(format).toBe('docx');
  expect(elements).toMatchObject([
    { kind: 'title', text: 'Purchase contract', level: 1 },
    { kind: 'text', text: 'Goods are delivered by 10 April.' },
    { kind: 'table', text: 'Item | Price\nPrinter | 2,350.00' },
  ]);
});

test('a broken Word document is damaged, another zip file is of an unknown kind', async () => {
  const docx = makeDocx(paragraph('Text. '.repeat(1000)));
  const cut = docx.slice(0, docx.length * 0.6);
  await expect(parse(cut, 'a.docx')).rejects.toMatchObject({ failure: 'damaged' });
  const zip = zipSync({ 'a.bin': new Uint8Array(100) });
  await expect(parse(zip, 'a.zip')).rejects.toMatchObject({ failure: 'unsupported_type' });
});

test('of a web page only what a reader sees becomes text', async () => {
  const { title, elements } = await parse(`<!doctype html><html><head><title>Returns</title>
    <style>.secret { display: none }</style><script>document.write('script')</script></head><body>
    <nav><a href="/">Home</a></nav><h1>Returns</h1><!-- comment -->
    <p>Returns are <b>free</b> within 30&nbsp;days.</p><p hidden>hidden</p>
    <p style="visibility:hidden">invisible</p><div class="secret">classified</div>
    <template><p>template</p></template><ul><li>Bags<ol><li>Small</li></ol></li></ul>
    <table><tr><th>Service</th><th>Price</th></tr>
    <tr><td rowspan="2">Express</td><td>9.90</td></tr><tr><td>12.90</td></tr></table></body></html>`);
  expect(title).toBe('Returns');
  expect(toldElements(elements.filter(({ hidden }) => !hidden))).toEqual([
    'title: Returns',
    'text: Returns are free within 30 days.',
    'list: - Bags\n  1. Small',
    'table: Service | Price\nExpress | 9.90\nExpress | 12.90',
  ]);
});

test('Markdown keeps headings, lists, tables and code, and loses its marks', async () => {
  const source = `---\ntitle: "Setup"\n---\n# Install\n\nRun **npm** and [read](https://x.test) \`more\`.\n
- one\n- two\n  goes on\n\n| a | b |\n|---|---|\n| 1 | *2* |\n\nUsage\n-----\n\n\`\`\`sh\n# no heading\nls\n\`\`\`\n`;
  const { title, elements } = await parse(source, 'readme.md');
  expect(title).toBe('Setup');
  expect(elements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'title: Install',
    'text: Run npm and read more.',
    'list: - one\n- two goes on',
    'table: a | b\n1 | 2',
    'title: Usage',
    'text: # no heading\nls',
  ]);
});

test.each([
  ['utf-8', '售后服务：七天内可以退货，请联系客服。'],
  ['utf-16le', '售后服务：七天内可以退货，请联系客服。'],
  ['gb18030', '售后服务：七天内可以退货，请联系客服。我们会在工作日回复您的问题。'],
  ['big5', '售後服務：七天內可以退貨，請聯繫客服。我們會在工作日回覆您的問題。'],
  ['shift_jis', '返品は七日以内に受け付けます。お問い合わせはカスタマーサービスまで。'],
  ['windows-1252', 'Schöne Grüße, café, señor: größere Übergänge kosten 5 %.'],
])('a text in %s is read as it was written', async (encoding, text) => {
  const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' });
  const { elements } = await parse(bytes, 'text.txt');
  expect(elements.map((element) => element.text)).toEqual([text]);
});

test.each([',', ';', '\t', '|'])('values separated by «%s» become a table', async (delimiter) => {
  const rows = [
    ['Name', 'City', 'Note'],
    ['Ann', 'Paris', 'likes "tea"'],
    ['Bo', 'Rome', ''],
  ];
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const csv = rows.map((row) => row.map(quote).join(delimiter)).join('\r\n');
  const { format, elements } = await parse(csv, 'people.csv');
  expect(format).toBe('csv');
  expect(elements).toMatchObject([{ kind: 'table', rows }]);
});

test('letters that fonts replace by look-alikes are found as what they are', async () => {
  const { elements } = await parse('⻚⾯ ﬁle １２３，全角', 'a.txt');
  expect(elements[0]?.text).toBe('页面 file 123，全角');
});

test.each([
  ['an empty file', '', 'empty'],
  ['a file of blank lines', ' \n\n\t', 'empty'],
  ['a picture that is cut off', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'damaged'],
  ['noise', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 37) % 256)), 'unsupported_type'],
])('%s is refused with the reason', async (_what, content, failure) => {
  await expect(parse(content)).rejects.toMatchObject({ failure });
});
