import { expect, test } from 'vitest';
import { makePptx, type Slide, shape, slideTable } from '@/tests/support/make-pptx';
import { parseDocument } from './parse-document';

const parse = (slides: Slide[]) =>
  parseDocument(makePptx(slides), 'talk', { onPage: () => undefined });

const told = (elements: { kind: string; page: number | null; text: string }[]) =>
  elements.map(({ kind, page, text }) => `${kind} ${page}: ${text}`);

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
  expect(told(elements)).toEqual([
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
  expect(told(elements)).toEqual(['title 1: Plan', 'text 1: Open in May.']);
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

test('hidden slides are left out, and the others keep their numbers', async () => {
  const { elements } = await parse([
    { shapes: shape(['Our margin is 40 %.']), isHidden: true },
    { shapes: shape(['Prices are fair.']) },
  ]);
  expect(told(elements)).toEqual(['text 2: Prices are fair.']);
});

test('what a document type declares is neither read from disk nor expanded', async () => {
  const bomb = `<!DOCTYPE p [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
  const { elements } = await parse([{ shapes: `${bomb}${shape(['Safe &a; &f; here'])}` }]);
  expect(elements[0]?.text).toBe('Safe &a; &f; here');
});
