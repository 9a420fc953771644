import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { parseInChild } from '@/knowledge/child-process/parse-in-child';
import { parseDocument } from '@/knowledge/parsers/parse-document';
import { assemble, drawPdf, drawText, makePdf, stream } from '@/tests/support/make-pdf';

const quiet = { onPage: () => undefined };

async function parseHostile(pdf: Uint8Array) {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'hostile-')), 'a.pdf');
  await writeFile(file, pdf);
  return parseInChild({ path: file, filename: 'a.pdf' }, { heapMb: 128 });
}

/** Filling the memory of another process takes its time on a busy machine. */
const patience = 120_000;

const page = (entries: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${entries} >>`;

test(
  'a stream that unpacks to gigabytes ends the process that reads it, not the desk',
  async () => {
    // Two bytes stand for 128 blanks.
    const blanks = Buffer.alloc(32_000_000, Buffer.from([129, 0x20]));
    const packed = deflateSync(blanks).toString('latin1');
    const bomb = assemble([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page('/Contents 4 0 R'),
      stream(packed, '/Filter [/FlateDecode /RunLengthDecode]'),
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(parseHostile(bomb)).rejects.toMatchObject({ failure: 'out_of_memory' });
  },
  patience,
);

test(
  'forms that draw each other by the thousand are given up',
  async () => {
    const form = (inner: string, resources: string) =>
      stream(
        inner,
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${resources} >> >>`,
      );
    const depth = 9;
    const forms = Array.from({ length: depth }, (_, at) =>
      form('/X Do '.repeat(10), `${5 + at} 0 R`),
    );
    const bomb = drawPdf({
      objects: [...forms, form('0 0 1 1 re f '.repeat(100), '4 0 R')],
      resources: '/XObject << /X 4 0 R >>',
      pages: [{ content: '/X Do' }],
    });
    await expect(parseHostile(bomb)).rejects.toMatchObject({ failure: 'out_of_memory' });
  },
  patience,
);

test('a small file that says the same page a hundred thousand times is refused for its pages', async () => {
  const pdf = assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
    page(''),
  ]);
  await expect(parseDocument(pdf, 'a.pdf', quiet)).rejects.toMatchObject({
    failure: 'too_many_pages',
  });
});

test.each([
  ['a tree of pages that leads back to its root', '[2 0 R]', page('')],
  [
    'brackets in brackets, two hundred thousand deep',
    '[3 0 R]',
    page(`/Contents ${'['.repeat(200_000)}`),
  ],
])('%s is damaged', async (_what, kids, third) => {
  const pdf = assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids ${kids} /Count 1 >>`,
    third,
  ]);
  await expect(parseHostile(pdf)).rejects.toMatchObject({ failure: 'damaged' });
});

test('a file that ends in its middle is damaged, however much of it could be read', async () => {
  const whole = makePdf(
    Array.from({ length: 20 }, (_, index) => [{ text: `Page ${index + 1} of twenty`, y: 700 }]),
  );
  for (const share of [0.3, 0.7, 0.97]) {
    const cut = whole.slice(0, whole.length * share);
    await expect(parseDocument(cut, 'a.pdf', quiet)).rejects.toMatchObject({ failure: 'damaged' });
  }
});

test('Chinese in an encoding that only the reader knows is read as Chinese', async () => {
  const text = '退货须在七日内申请。';
  const bytes = iconv.encode(text, 'gbk').toString('hex');
  const pdf = drawPdf({
    objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [5 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 6 0 R >>',
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >>',
    ],
    resources: '/Font << /F1 3 0 R /F2 4 0 R >>',
    pages: [
      {
        content: `BT /F2 12 Tf 1 0 0 1 72 700 Tm <${bytes}> Tj ET ${drawText({ text: 'Returns', y: 650 })}`,
      },
    ],
  });
  const { elements } = await parseDocument(pdf, 'a.pdf', quiet);
  expect(elements.map((element) => element.text)).toEqual([text, 'Returns']);
});
