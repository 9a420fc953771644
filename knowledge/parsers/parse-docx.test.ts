import { expect, test } from 'vitest';
import { type DocxParts, makeDocx, paragraph, run, table } from '@/tests/support/make-docx';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

async function read(body: string, parts: DocxParts = {}) {
  const quiet = { onPage: () => undefined };
  return toldElements((await parseDocument(makeDocx(body, parts), 'a.docx', quiet)).elements);
}

const white = '<w:color w:val="FFFFFF"/>';

test.each([
  ['vanished', run('x9', '<w:vanish/>'), 'hidden-text'],
  ['white', run('x9', white), 'background-colour'],
  ['nearly white', run('x9', '<w:color w:val="FEFDFE"/>'), 'background-colour'],
  [
    'yellow on yellow',
    run('x9', '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
    'background-colour',
  ],
  ['one point high', run('x9', '<w:sz w:val="2"/>'), 'tiny'],
  ['hidden by its style', run('x9', '<w:rStyle w:val="Secret"/>'), 'hidden-text'],
  ['deleted', '<w:del w:id="1"><w:r><w:delText>x9</w:delText></w:r></w:del>', 'deleted'],
  ['moved away', `<w:moveFrom w:id="1">${run('x9')}</w:moveFrom>`, 'deleted'],
])('text that is %s is kept apart', async (_how, hidden, reason) => {
  const styles =
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>';
  expect(await read(`<w:p>${run('Seen ')}${hidden}${run('text.')}</w:p>`, { styles })).toEqual([
    'text: Seen text.',
    `(${reason}) text: x9`,
  ]);
});

test.each([
  [
    'white on a dark cell',
    `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr><w:p>${run('x9', white)}</w:p></w:tc></w:tr></w:tbl>`,
  ],
  [
    'white on a dark paragraph',
    `<w:p><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>${run('x9', white)}</w:p>`,
  ],
  [
    'white in a table whose style has dark rows',
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc><w:p>${run('x9', white)}</w:p></w:tc></w:tr></w:tbl>`,
  ],
  ['of the automatic colour', `<w:p>${run('x9', '<w:color w:val="auto"/>')}</w:p>`],
  [
    'shown against its style',
    `<w:p>${run('x9', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')}</w:p>`,
  ],
  [
    'hidden only before a change',
    `<w:p>${run('x9', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
  ],
])('text that is %s is seen', async (_how, body) => {
  const styles =
    '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style><w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';
  expect(await read(body, { styles })).toEqual(['text: x9']);
});

test('comments, hidden rows and deleted rows are kept apart, what was inserted is text', async () => {
  const row = (cells: string[], properties: string) =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const body =
    `<w:p><w:ins w:id="2">${run('New ')}</w:ins>${run('text.')}</w:p>` +
    `<w:tbl>${row(['Item', 'Price'], '')}${row(['x1', 'x2'], '<w:hidden/>')}${row(['x3', 'x4'], '<w:del w:id="3"/>')}${row(['Bag', '30'], '')}</w:tbl>`;
  const comments = `<w:comment w:id="0" w:author="Ann">${paragraph('Is that right?')}</w:comment>`;
  const told = await read(body, { comments });
  expect(told).toEqual([
    'text: New text.',
    'table: Item | Price\nBag | 30',
    '(hidden-cells) text: x1 x2',
    '(deleted) text: x3 x4',
    '(comment) text: Is that right?',
  ]);
});

test('a document of hidden text only says nothing', async () => {
  await expect(read(`<w:p>${run('x9', '<w:vanish/>')}</w:p>`)).rejects.toMatchObject({
    failure: 'no_text',
  });
});

test('numbers that Word makes up are written out, in titles as in lists', async () => {
  const level = (at: number, format: string, pattern: string, more = '') =>
    `<w:lvl w:ilvl="${at}">${more}<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>';
  const styles =
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>';
  const item = (text: string, list: number, at: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  const body =
    paragraph('Goods', 'Heading1') +
    item('Printers', 5, 1) +
    item('Paper', 5, 1) +
    paragraph('Price', 'Heading1') +
    item('Cash', 5, 1) +
    paragraph('In all:') +
    item('Bags', 6, 0) +
    item('Small', 6, 1);
  expect(await read(body, { styles, numbering })).toEqual([
    'title: 第一条 Goods',
    'list: 1.1 Printers\n1.2 Paper',
    'title: 第二条 Price',
    'list: 2.1 Cash',
    'text: In all:',
    'list: - Bags\n  a) Small',
  ]);
});

test('text boxes, fields, formulas, readings and notes are read where they stand', async () => {
  const box = (text: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:oval><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></v:oval></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const formula =
    '<m:oMath><m:r><m:t>a=</m:t></m:r><m:f><m:num><m:r><m:t>b</m:t></m:r></m:num><m:den><m:r><m:t>c+1</m:t></m:r></m:den></m:f></m:oMath>';
  const ruby = `<w:r><w:ruby><w:rt>${run('かん')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`;
  const body =
    `<w:p>${run('See page ')}<w:fldSimple w:instr="PAGEREF x">${run('12')}</w:fldSimple>${run(' first.')}${box('Boxed one.')}${box('Boxed two.')}</w:p>` +
    `<w:p>${run('With')}${formula}${run('it holds.')}</w:p><w:p>${ruby}${run('字')}</w:p>` +
    `<w:p>${run('Ask.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
  const footnotes = `<w:footnote w:id="2">${paragraph('On weekdays.')}</w:footnote>`;
  const told = await read(body, { footnotes });
  expect(told.slice(0, 5)).toEqual([
    'text: See page 12 first.',
    'text: Boxed one.',
    'text: Boxed two.',
    'text: With a=b/(c+1) it holds.',
    'text: 漢(かん)字',
  ]);
  expect(told.join('\n')).toContain('On weekdays.');
});

test('cells merged over rows and columns lose nothing', async () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const rows = [
    cell('Zone') + cell('City') + cell('Price'),
    cell('North', '<w:vMerge w:val="restart"/>') + cell('Oslo') + cell('140'),
    cell('', '<w:vMerge/>') + cell('Bergen') + cell('120'),
    cell('On request', '<w:gridSpan w:val="3"/>'),
  ];
  expect(
    await read(`<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`),
  ).toEqual(['table: Zone | City | Price\nNorth | Oslo | 140\nNorth | Bergen | 120\nOn request']);
  expect(await read(paragraph('Before') + table([['Only one column'], ['of cells']]))).toEqual([
    'text: Before',
    'text: Only one column',
    'text: of cells',
  ]);
});

test('charts and diagrams are read after the text', async () => {
  const drawing = 'xmlns:a="a"';
  const series =
    '<c:ser><c:tx><c:pt idx="0"><c:v>Guests</c:v></c:pt></c:tx><c:cat><c:pt idx="0"><c:v>May</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>12</c:v></c:pt></c:val></c:ser>';
  const file = makeDocx(
    paragraph('Season'),
    {},
    {
      'word/charts/chart1.xml': `<c:chartSpace xmlns:c="c" ${drawing}><c:chart>${series}</c:chart></c:chartSpace>`,
      'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="d" ${drawing}><dgm:pt><dgm:t><a:p><a:r><a:t>Ask first</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`,
    },
  );
  const { elements } = await parseDocument(file, 'a.docx', { onPage: () => undefined });
  expect(toldElements(elements)).toEqual([
    'text: Season',
    'table:  | Guests\nMay | 12',
    'list: - Ask first',
  ]);
});
