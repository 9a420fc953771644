import { expect, test } from 'vitest';
import { drawPdf, drawText } from '@/tests/support/make-pdf';
import { parseDocument } from '../parse-document';

/** Marked content: a tag, its number, and a line of text. */
type Mark = [tag: string, number: number, text: string, y: number, x?: number];

/**
 * A tagged page. Its structure is written as PDF dictionaries whose `/K` holds numbers of content;
 * `@n` stands for the n-th of them.
 */
async function read(marks: Mark[], structure: string[]) {
  const content = marks.map(
    ([tag, number, text, y, x]) =>
      `/${tag} << /MCID ${number} >> BDC ${drawText({ text, y, x })} EMC`,
  );
  // The page follows the structure, so its number is known: 4, the root and the nodes before it.
  const page = 6 + structure.length;
  const nodes = structure.map((node) =>
    node
      .replace(/@(\d+)/g, (_, at) => `${6 + Number(at)} 0 R`)
      .replace('/S /', `/Pg ${page} 0 R /S /`),
  );
  const leaves = marks.map(([, number]) => {
    const owner = structure.findIndex((node) => new RegExp(`/K \\[?${number}\\b`).test(node));
    return `${6 + owner} 0 R`;
  });
  const pdf = drawPdf({
    catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 4 0 R',
    objects: [
      '<< /Type /StructTreeRoot /K 6 0 R /ParentTree 5 0 R /ParentTreeNextKey 1 >>',
      `<< /Nums [0 [${leaves.join(' ')}]] >>`,
      ...nodes,
    ],
    pages: [{ content: content.join('\n'), entries: '/StructParents 0' }],
  });
  const { elements } = await parseDocument(pdf, 'a.pdf', { onPage: () => undefined });
  return elements;
}

test('a tagged page is read in the order and as the kinds of text that its tags say', async () => {
  const elements = await read(
    [
      ['P', 0, 'It goes on below.', 640],
      ['H2', 1, 'Same size as the text', 700],
      ['P', 2, 'Said first, though it stands at the bottom.', 200],
      ['LBody', 3, 'Item without any sign', 600],
      ['Artifact', 4, 'Page 1', 40],
    ],
    [
      '<< /Type /StructElem /S /Document /P 4 0 R /K [@1 @2 @3 @4] >>',
      '<< /Type /StructElem /S /P /P @0 /K 2 >>',
      '<< /Type /StructElem /S /H2 /P @0 /K 1 >>',
      '<< /Type /StructElem /S /P /P @0 /K 0 >>',
      '<< /Type /StructElem /S /LI /P @0 /K 3 >>',
    ],
  );
  expect(elements.map(({ kind, level, text }) => [kind, level, text])).toEqual([
    ['text', undefined, 'Said first, though it stands at the bottom.'],
    ['title', 2, 'Same size as the text'],
    ['text', undefined, 'It goes on below.'],
    ['list', undefined, 'Item without any sign'],
    ['text', undefined, 'Page 1'],
  ]);
});

test('a tagged table keeps rows, spanned cells and places, without any line drawn', async () => {
  const cell = (role: string, number: number, row: number, span = '') =>
    `<< /Type /StructElem /S /${role} /P @${row} /K ${number} ${span} >>`;
  const [table] = await read(
    [
      ['TH', 0, 'Boat', 700],
      ['TH', 1, 'Fee', 700, 95],
      ['TD', 2, 'Dinghy', 680],
      ['TD', 3, '100', 680, 110],
      ['TD', 4, '120', 660, 110],
    ],
    [
      '<< /Type /StructElem /S /Table /P 4 0 R /K [@1 @4 @7] >>',
      '<< /Type /StructElem /S /TR /P @0 /K [@2 @3] >>',
      cell('TH', 0, 1),
      cell('TH', 1, 1),
      '<< /Type /StructElem /S /TR /P @0 /K [@5 @6] >>',
      cell('TD', 2, 4, '/A << /O /Table /RowSpan 2 >>'),
      cell('TD', 3, 4),
      '<< /Type /StructElem /S /TR /P @0 /K [@8] >>',
      cell('TD', 4, 7),
    ],
  );
  expect(table).toMatchObject({
    kind: 'table',
    rows: [
      ['Boat', 'Fee'],
      ['Dinghy', '100'],
      ['Dinghy', '120'],
    ],
  });
  expect(table?.boxes?.map(({ at }) => table.text.slice(at).split('\n')[0])).toEqual([
    'Boat | Fee',
    'Dinghy | 100',
    'Dinghy | 120',
  ]);
});

test('tags that cover only a little of a page are left aside', async () => {
  const elements = await read(
    [
      ['P', 0, 'Tagged.', 300],
      ['Span', 1, 'Most of what stands on this page has no place in the structure.', 700],
    ],
    ['<< /Type /StructElem /S /P /P 4 0 R /K 0 >>'],
  );
  expect(elements[0]?.text).toMatch(/^Most of what/);
});
