import { expect, test } from 'vitest';
import { makePptx, type Slide, shape, slideTable } from '@/tests/support/make-pptx';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

const parse = (slides: Slide[]) =>
  parseDocument(makePptx(slides), 'talk', { onPage: () => undefined });

test('slides are pages in the order of the talk, titles first, notes last', async () => {
  const { format, title, pages, elements } = await parse([
    {
      shapes:
        shape(['For our partners'], { placeholder: 'subTitle' }) +
        shape(['The desk'], { placeholder: 'ctrTitle' }),
      notes: 'Welcome everyone.',
    },
    {
      shapes:
        shape(['Why'], { placeholder: 'title' }) +
        `<p:grpSp>${shape(['Fast', 'Kind'], { bullets: true })}</p:grpSp>` +
        shape(['7'], { placeholder: 'sldNum' }),
      diagram: ['Ask', 'Answer'],
    },
  ]);
  expect({ format, title, pages }).toEqual({ format: 'pptx', title: 'The desk', pages: 2 });
  expect(toldElements(elements)).toEqual([
    'title 1: The desk',
    'text 1: For our partners',
    'text 1: Welcome everyone.',
    'title 2: Why',
    'list 2: - Fast\n- Kind',
    'list 2: - Ask\n- Answer',
  ]);
});

test('a slide without a placeholder for its title is named by its first line', async () => {
  const { elements } = await parse([{ shapes: shape(['Plan']) + shape(['Open in May.']) }]);
  expect(toldElements(elements)).toEqual(['title 1: Plan', 'text 1: Open in May.']);
});

test('a table keeps its rows; a cell merged over rows stands in each', async () => {
  const merged = (text: string, attributes: string) => ({ text, attributes });
  const { elements } = await parse([
    {
      shapes: slideTable([
        ['Zone', 'City', 'Price'],
        [merged('North', 'rowSpan="2"'), 'Oslo', '140'],
        [merged('', 'vMerge="1"'), 'Bergen', '120'],
        [merged('On request', 'gridSpan="3"'), merged('', 'hMerge="1"'), merged('', 'hMerge="1"')],
      ]),
    },
  ]);
  expect(elements[0]?.text).toBe(
    'Zone | City | Price\nNorth | Oslo | 140\nNorth | Bergen | 120\nOn request',
  );
});

test('hidden slides are marked, and the others keep their numbers', async () => {
  const { elements } = await parse([
    { shapes: shape(['Our margin is 40 %.']), isHidden: true },
    { shapes: shape(['Prices are fair.']) },
  ]);
  expect(toldElements(elements)).toEqual([
    '(hidden-slide) text 1: Our margin is 40 %.',
    'text 2: Prices are fair.',
  ]);
});

test('what a document type declares is neither read from disk nor expanded', async () => {
  const bomb = `<!DOCTYPE p [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
  const { elements } = await parse([{ shapes: `${bomb}${shape(['Safe &a; &f; here'])}` }]);
  expect(elements[0]?.text).toBe('Safe &a; &f; here');
});

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const white = `<a:rPr>${solid('FFFFFF')}</a:rPr>`;

test.each([
  ['in a shape off the slide', shape(['x9'], { at: [-5000000, 0, 4000000, 100000] }), 'off-page'],
  ['in letters of one point', shape(['x9'], { properties: '<a:rPr sz="100"/>' }), 'tiny'],
  [
    'in letters of no colour',
    shape(['x9'], {
      properties:
        '<a:rPr><a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill></a:rPr>',
    }),
    'background-colour',
  ],
  ['as white on white', shape(['x9'], { properties: white }), 'background-colour'],
  [
    'as red on red',
    shape(['x9'], { properties: `<a:rPr>${solid('FF0000')}</a:rPr>`, fill: solid('FF0000') }),
    'background-colour',
  ],
  [
    'in a shape that is switched off',
    shape(['x9']).replace('name="x"', 'name="x" hidden="1"'),
    'hidden-text',
  ],
])('what a slide hides %s is kept apart', async (_how, hidden, reason) => {
  const { elements } = await parse([
    { shapes: shape(['Plan'], { placeholder: 'title' }) + hidden + shape(['Open in May.']) },
  ]);
  expect(toldElements(elements)).toEqual([
    'title 1: Plan',
    'text 1: Open in May.',
    `(${reason}) text 1: x9`,
  ]);
});

test.each([
  ['on a dark shape of its own', shape(['x9'], { properties: white, fill: solid('203864') })],
  [
    'over a picture',
    `<p:pic><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="900"/></a:xfrm></p:spPr></p:pic>${shape(['x9'], { properties: white, at: [100, 100, 500, 500] })}`,
  ],
  ['on a dark slide', `${shape(['x9'], { properties: white })}`],
])('white letters %s are seen', async (how, shapes) => {
  const background = `<p:bg><p:bgPr>${solid('101010')}</p:bgPr></p:bg>`;
  const { elements } = await parse([
    { shapes: how.includes('slide') ? shapes + background : shapes },
  ]);
  expect(toldElements(elements)).toEqual(['text 1: x9']);
});

test('remarks about a slide are kept apart, the figures of its charts are a table', async () => {
  const points = (values: string[]) =>
    values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('');
  const series = (name: string, values: string[]) =>
    `<c:ser><c:tx><c:strRef><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points(['May', 'June'])}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;
  const chart = `<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Guests</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>${series('Rooms', ['12', '15'])}${series('Camping', ['3', '9'])}</c:barChart></c:plotArea></c:chart>`;
  const { elements } = await parse([
    { shapes: shape(['Season'], { placeholder: 'title' }), comments: ['Too few?'], chart },
  ]);
  expect(toldElements(elements)).toEqual([
    'title 1: Season',
    'text 1: Guests',
    'table 1:  | Rooms | Camping\nMay | 12 | 3\nJune | 15 | 9',
    '(comment) text 1: Too few?',
  ]);
});
