import { expect, test } from 'vitest';
import { drawPdf, drawText, makePdf, stream } from '@/tests/support/make-pdf';
import { openPdf } from './open-pdf';
import { parseDocument } from './parse-document';
import { renderPdfPage } from './pdf/pdf-picture';

/** Reading a page as a picture takes seconds, more of them on a busy machine. */
const patience = 120_000;

const lines = ['The harbour is open from April to October.', 'Places are given away in March.'];

function drawn(texts: string[], font = 'F1') {
  return texts
    .map((text, at) => drawText({ text, y: 700 - at * 40, size: 16 }))
    .join('\n')
    .replaceAll('/F1', `/${font}`);
}

/** A page that was printed and scanned, as an object of a PDF. */
async function scan(texts: string[]): Promise<string> {
  const pdf = await openPdf(drawPdf({ pages: [{ content: drawn(texts) }] }));
  const picture = await renderPdfPage(await pdf.getPage(1), { dpi: 150 });
  await pdf.loadingTask.destroy();
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture)
    .greyscale()
    .jpeg({ quality: 90 })
    .toBuffer({ resolveWithObject: true });
  return stream(
    data.toString('latin1'),
    `/Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`,
  );
}

async function read(pdf: Uint8Array) {
  const done: number[] = [];
  const parsed = await parseDocument(pdf, 'a.pdf', { onPage: (page) => done.push(page) });
  const textOf = (page: number) =>
    parsed.elements
      .filter((element) => element.page === page)
      .map(({ text }) => text)
      .join(' ');
  return { ...parsed, done, textOf };
}

const fullPage = 'q 612 0 0 792 0 0 cm /Im1 Do Q';

test(
  'pages that are pictures are read as such, between pages of text, and the uploader is told',
  async () => {
    const { elements, notes, done, textOf } = await read(
      drawPdf({
        objects: [await scan(lines)],
        resources: '/XObject << /Im1 4 0 R >>',
        pages: [
          { content: drawn(['This page is text.']) },
          { content: fullPage },
          { content: `${fullPage} ${drawText({ text: 'Received 4 May', x: 400, y: 20 })}` },
          { content: '' },
        ],
      }),
    );
    expect(textOf(1)).toBe('This page is text.');
    expect(textOf(2)).toContain('harbour is open from April');
    expect(textOf(3)).toContain('Received 4 May');
    expect(textOf(3)).toContain('given away in March');
    expect(textOf(4)).toBe('');
    expect(notes).toEqual([{ code: 'pages_by_ocr', values: { pages: '2-3' } }]);
    expect(done).toEqual([1, 2, 3, 4]);
    const [box] = elements.find(({ page }) => page === 2)?.boxes ?? [];
    expect(box?.x).toBeCloseTo(72 / 612, 1);
    expect(box?.y).toBeCloseTo(1 - 712 / 792, 1);
  },
  patience,
);

test(
  'a page whose font lies about its letters is read as a picture',
  async () => {
    const lie =
      'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <21> <7e> <e021> endbfrange endcmap';
    const { notes, textOf } = await read(
      drawPdf({
        objects: [
          '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>',
          stream(lie),
        ],
        resources: '/Font << /F1 3 0 R /F2 4 0 R >>',
        pages: [{ content: drawn(lines) }, { content: drawn(lines, 'F2') }],
      }),
    );
    expect(textOf(1)).toBe(lines.join(' '));
    expect(textOf(2)).toContain('harbour is open from April');
    expect(notes).toEqual([{ code: 'text_layer_unusable', values: { pages: '2' } }]);
  },
  patience,
);

test('a photograph beside text is not read: the text says what the page says', async () => {
  const { notes } = await read(
    drawPdf({
      objects: [await scan(['A sign in the picture'])],
      resources: '/XObject << /Im1 4 0 R >>',
      pages: [{ content: `q 200 0 0 260 300 300 cm /Im1 Do Q ${drawn(lines)}` }],
    }),
  );
  expect(notes).toEqual([]);
});

test('letters that are drawn one by one, spread out, twice for boldness or with gaps come out as words', async () => {
  const at = (text: string, x: number, y: number) => drawText({ text, x, y });
  const places = [72, 80, 86, 89.8, 96, 102, 108.2];
  const content = [
    ...[...'Harbour'].map((letter, index) => at(letter, places[index] ?? 0, 700)),
    'BT /F1 11 Tf 3 Tc 1 0 0 1 72 660 Tm (WIDE TITLE) Tj ET 0 Tc',
    at('Bold words', 72, 620),
    at('Bold words', 72.3, 620),
    'BT /F1 11 Tf 1 0 0 1 72 580 Tm [(set)-300(apart)20(!)] TJ ET',
    `BT /F1 11 Tf 1 0 0 1 72 540 Tm (note) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf ( and on) Tj ET`,
  ];
  const { elements } = await read(drawPdf({ pages: [{ content: content.join('\n') }] }));
  expect(elements.map(({ text }) => text)).toEqual([
    'Harbour',
    'WIDE TITLE',
    'Bold words',
    'set apart!',
    'note1 and on',
  ]);
});

test('text that runs up the page is read as lines, a stamp across it comes last', async () => {
  const up = 'BT /F1 11 Tf 0 1 -1 0 72 300 Tm (Read from below) Tj ET';
  const stamp = 'BT /F1 40 Tf .7 .7 -.7 .7 200 200 Tm (SPECIMEN) Tj ET';
  const pdf = drawPdf({ pages: [{ content: `${stamp} ${up} ${drawn(lines)}` }] });
  const { elements } = await read(pdf);
  expect(elements.map(({ kind, text }) => [kind, text])).toEqual([
    ['text', lines.join(' ')],
    ['text', 'Read from below'],
    ['text', 'SPECIMEN'],
  ]);
  const [box] = elements[1]?.boxes ?? [];
  expect(box?.height).toBeGreaterThan(box?.width ?? 1);
});

test('lines of which nothing is left but control characters leave no trace', async () => {
  const controls = `BT /F2 11 Tf 1 0 0 1 72 500 Tm (!!!) Tj ET`;
  const lie =
    'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <21> <0003> endbfchar endcmap';
  const { elements } = await read(
    drawPdf({
      objects: [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>',
        stream(lie),
      ],
      resources: '/Font << /F1 3 0 R /F2 4 0 R >>',
      pages: [{ content: `${drawn(lines)} ${controls}` }],
    }),
  );
  expect(elements.map(({ text }) => text)).toEqual([lines.join(' ')]);
});

test('a title in the properties names the document, a file name there does not', async () => {
  const titled = (title: string) =>
    Buffer.from(makePdf([[{ text: 'Text.', y: 700 }]]))
      .toString('latin1')
      .replace('/Root 1 0 R', `/Root 1 0 R /Info << /Title (${title}) >>`);
  const titleOf = async (pdf: string) => (await read(Buffer.from(pdf, 'latin1'))).title;
  expect(await titleOf(titled('Harbour rules'))).toBe('Harbour rules');
  expect(await titleOf(titled('rules-v2.doc'))).toBeUndefined();
});
