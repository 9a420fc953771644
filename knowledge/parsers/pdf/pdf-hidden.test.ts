import { expect, test } from 'vitest';
import { drawPdf, drawText, stream } from '@/tests/support/make-pdf';
import { parseDocument } from '../parse-document';

/** What a page says, visible first, then what it hides with the reason. */
async function read(
  content: string[],
  more: { catalog?: string; resources?: string; objects?: string[] } = {},
) {
  const shown = drawText({ text: 'Everyone sees this.', y: 100 });
  const pdf = drawPdf({ pages: [{ content: [...content, shown].join('\n') }], ...more });
  const { elements, notes } = await parseDocument(pdf, 'a.pdf', { onPage: () => undefined });
  return { elements: elements.map(({ text, hidden }) => [text, hidden]), notes };
}

const line = (text: string, y = 700) => drawText({ text, y });

test.each([
  ['white on the white page', `1 1 1 rg ${line('Secret.')} 0 g`, 'background-colour'],
  ['nearly white, by four inks', `0.01 0 0.02 0 k ${line('Secret.')} 0 g`, 'background-colour'],
  ['blue on blue', `0 0 .5 rg 50 680 300 60 re f ${line('Secret.')} 0 g`, 'background-colour'],
  ['smaller than a point', drawText({ text: 'Secret.', y: 700, size: 0.5 }), 'tiny'],
  ['scaled down to nothing', `q .02 0 0 .02 0 0 cm ${line('Secret.')} Q`, 'tiny'],
  ['drawn invisibly', `3 Tr ${line('Secret.')} 0 Tr`, 'invisible'],
  ['outside of what may be drawn', `q 0 0 200 200 re W n ${line('Secret.')} Q`, 'invisible'],
  ['beside the page', drawText({ text: 'Secret.', x: -300, y: 700 }), 'off-page'],
  ['above the page', drawText({ text: 'Secret.', y: 900 }), 'off-page'],
])('text %s is kept apart as hidden', async (_how, content, reason) => {
  const { elements, notes } = await read([content]);
  expect(elements).toEqual([
    ['Everyone sees this.', undefined],
    ['Secret.', reason],
  ]);
  expect(notes).toEqual([{ code: 'hidden_text', values: { count: 1 } }]);
});

test.each([
  ['white on a dark area', `0 0 .4 rg 50 680 300 60 re f 1 g ${line('Seen.')} 0 g`],
  [
    'black inside a black frame that is drawn as an area',
    `50 650 300 100 re 52 652 296 96 re f* ${line('Seen.')}`,
  ],
  ['grey', `.6 g ${line('Seen.')} 0 g`],
  ['white with a black outline', `1 g 2 Tr ${line('Seen.')} 0 g 0 Tr`],
  ['white on a shading', `/Sh1 sh 1 g ${line('Seen.')} 0 g`],
])('text %s is seen', async (_how, content) => {
  const resources =
    '/Shading << /Sh1 << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 1] /C1 [0 .5 0] /N 1 >> /Extend [true true] >> >>';
  const { elements } = await read([content], { resources });
  expect(elements).toEqual([
    ['Seen.', undefined],
    ['Everyone sees this.', undefined],
  ]);
});

test('text of a layer that is switched off is hidden, of one that is on it is seen', async () => {
  const { elements } = await read(
    [
      `/OC /Off BDC ${line('Draft only.')} EMC`,
      `/OC /On BDC ${line('In every version.', 600)} EMC`,
    ],
    {
      objects: ['<< /Type /OCG /Name (off) >>', '<< /Type /OCG /Name (on) >>'],
      catalog: '/OCProperties << /OCGs [4 0 R 5 0 R] /D << /OFF [4 0 R] >> >>',
      resources: '/Properties << /Off 4 0 R /On 5 0 R >>',
    },
  );
  expect(elements).toEqual([
    ['In every version.', undefined],
    ['Everyone sees this.', undefined],
    ['Draft only.', 'hidden-text'],
  ]);
});

test('the invisible text over a scanned page is what the page says', async () => {
  const grey = stream(
    '\x80',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  const large = stream(
    '\x80'.repeat(100),
    '/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  for (const picture of [grey, large]) {
    const scan = `q 612 0 0 792 0 0 cm /Im1 Do Q 3 Tr ${line('Read by the scanner.')}`;
    const { elements, notes } = await read([scan], {
      objects: [picture],
      resources: '/XObject << /Im1 4 0 R >>',
    });
    expect(elements[0]).toEqual(['Read by the scanner.', undefined]);
    expect(notes).toEqual([]);
  }
});

test('what is filled in a form and written as an annotation is read, a script is not', async () => {
  const look = stream(
    `BT /F1 11 Tf 2 4 Td (Filled in by hand.) Tj ET`,
    '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>',
  );
  const pdf = drawPdf({
    objects: [
      look,
      '<< /Type /Annot /Subtype /FreeText /Rect [72 600 272 620] /F 4 /AP << /N 4 0 R >> /DA (/F1 11 Tf) /Contents (Filled in by hand.) >>',
    ],
    catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\("script"\\)) >>',
    pages: [{ content: line('Name:'), entries: '/Annots [5 0 R]' }],
  });
  const { elements } = await parseDocument(pdf, 'a.pdf', { onPage: () => undefined });
  expect(elements.map(({ text }) => text)).toEqual(['Name:', 'Filled in by hand.']);
});
