import { expect, test } from 'vitest';
import { makeOdf, makePackage } from '@/tests/support/make-package';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

const parse = (file: Uint8Array) => parseDocument(file, 'file', { onPage: () => undefined });

const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = '') =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;

test('a text document gives titles, paragraphs, nested lists, tables, boxes and notes', async () => {
  const item = (inner: string) => `<text:list-item>${inner}</text:list-item>`;
  const styles =
    '<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="H"><style:text-properties text:display="none"/></style:style>';
  const { format, title, elements } = await parse(
    makeOdf(
      'text',
      `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
      <text:p text:style-name="P1">House rules</text:p><text:h text:outline-level="2">Doors</text:h>
      <text:p>Doors<text:s text:c="3"/>close <text:span>at ten</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>On Sundays at nine.</text:p></text:note-body></text:note>.<text:span text:style-name="H">unseen</text:span></text:p>
      <text:p><draw:frame><draw:text-box><text:p>Ring twice.</text:p></draw:text-box></draw:frame></text:p>
      <text:list>${item(`<text:p>Keys</text:p><text:list>${item('<text:p>Spare key</text:p>')}</text:list>`)}</text:list>
      <table:table>${row(cell('Door') + cell('Time'))}${row(cell('Front') + cell('22:00'))}</table:table>`,
      styles,
    ),
  );
  expect({ format, title }).toEqual({ format: 'odt', title: 'House rules' });
  expect(toldElements(elements)).toEqual([
    '(deleted) text: deleted',
    'title: House rules',
    'title: Doors',
    'text: Doors close at ten.',
    '(hidden-text) text: unseen',
    'text: On Sundays at nine.',
    'text: Ring twice.',
    'list: - Keys\n  - Spare key',
    'table: Door | Time\nFront | 22:00',
  ]);
});

test('sheets are pages; repeated and merged cells stand where they are seen, hidden ones are marked', async () => {
  const styles =
    '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>';
  const covered = '<table:covered-table-cell/>';
  const { format, pages, elements } = await parse(
    makeOdf(
      'spreadsheet',
      `<table:table table:name="Costs" table:style-name="off">${row(cell('secret'))}</table:table>
      <table:table table:name="Prices"><table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>
      ${row(cell('Zone') + cell('City') + cell('Price') + cell('Cost'))}
      ${row(cell('North', 'table:number-rows-spanned="2"') + cell('Oslo') + cell('140') + cell('90'))}
      ${row(covered + cell('Bergen') + cell('120') + cell('80'))}
      ${row(cell('same', 'table:number-columns-repeated="3"'))}
      ${row(cell('secret', 'table:number-columns-repeated="3"'), 'table:visibility="filter"')}
      ${row(cell('', 'table:number-columns-repeated="16000"'), 'table:number-rows-repeated="1048576"')}
      </table:table>`,
      styles,
    ),
  );
  expect({ format, pages }).toEqual({ format: 'ods', pages: 2 });
  expect(toldElements(elements)).toEqual([
    '(hidden-sheet) title 1: Costs',
    '(hidden-sheet) text 1: secret',
    'title 2: Prices',
    'table 2: Zone | City | Price\nNorth | Oslo | 140\nNorth | Bergen | 120\nsame | same | same',
    '(hidden-cells) text 2: Cost\n90\n80\nsecret | secret | secret',
  ]);
});

test('slides are pages with their notes; hidden ones are marked', async () => {
  const styles =
    '<style:style style:name="off"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
  const box = (text: string, attributes = '') =>
    `<draw:frame ${attributes}><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
  const { format, pages, elements } = await parse(
    makeOdf(
      'presentation',
      `<draw:page draw:style-name="off">${box('secret')}</draw:page>
      <draw:page>${box('Plan', 'presentation:class="title"')}${box('Open in May.')}<presentation:notes>${box('Smile.')}</presentation:notes></draw:page>`,
      styles,
    ),
  );
  expect({ format, pages }).toEqual({ format: 'odp', pages: 2 });
  expect(toldElements(elements)).toEqual([
    '(hidden-slide) text 1: secret',
    'title 2: Plan',
    'text 2: Open in May.',
    'text 2: Smile.',
  ]);
});

const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;

test.each([
  [
    'of no display',
    '<text:span text:style-name="S">x9</text:span>',
    'text:display="none"',
    'hidden-text',
  ],
  [
    'white on white',
    '<text:span text:style-name="S">x9</text:span>',
    'fo:color="#ffffff"',
    'background-colour',
  ],
  [
    'dark on dark',
    '<text:span text:style-name="S">x9</text:span>',
    'fo:color="#101010" fo:background-color="#111111"',
    'background-colour',
  ],
  ['of one point', '<text:span text:style-name="S">x9</text:span>', 'fo:font-size="1pt"', 'tiny'],
  [
    'in a style of a style',
    '<text:span text:style-name="T">x9</text:span>',
    'fo:color="#ffffff"',
    'background-colour',
  ],
  [
    'in a hidden section',
    '</text:p><text:section text:display="none"><text:p>x9</text:p></text:section><text:p>',
    '',
    'hidden-text',
  ],
  [
    'in a remark',
    '<office:annotation><dc:creator>Ann</dc:creator><text:p>x9</text:p></office:annotation>',
    '',
    'comment',
  ],
])('text %s is kept apart', async (_how, hidden, properties, reason) => {
  const styles = `${textStyle('S', properties)}<style:style style:name="T" style:parent-style-name="S"/>`;
  const { elements } = await parse(makeOdf('text', `<text:p>Seen. ${hidden}</text:p>`, styles));
  expect(toldElements(elements)).toEqual(['text: Seen.', `(${reason}) text: x9`]);
});

test('white letters on a dark cell are seen, those on a white one are not', async () => {
  const styles =
    '<style:style style:name="W" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="D" style:parent-style-name="W"><style:table-cell-properties fo:background-color="#203864"/></style:style>';
  const rows =
    row(cell('Item', 'table:style-name="D"') + cell('Price', 'table:style-name="D"')) +
    row(cell('Bag') + cell('30') + cell('x9', 'table:style-name="W"'));
  const { elements } = await parse(
    makeOdf('spreadsheet', `<table:table>${rows}</table:table>`, styles),
  );
  expect(toldElements(elements)).toEqual([
    'table 1: Item | Price\nBag | 30',
    '(background-colour) text 1: x9',
  ]);
});

test('a box beside its slide is kept apart', async () => {
  const box = (text: string, x: string) =>
    `<draw:frame svg:x="${x}" svg:y="1cm" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
  const styles =
    '<style:page-layout><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>';
  const slide = `<draw:page>${box('Seen.', '2cm')}${box('x9', '-6cm')}${box('x8', '28.5cm')}</draw:page>`;
  const { elements } = await parse(makeOdf('presentation', slide, styles));
  expect(toldElements(elements)).toEqual([
    'text 1: Seen.',
    '(off-page) text 1: x9',
    '(off-page) text 1: x8',
  ]);
});

test('an encrypted document asks for its password, an unreadable one is damaged', async () => {
  const type = 'application/vnd.oasis.opendocument.text';
  const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
  const locked = makePackage(type, { 'META-INF/manifest.xml': manifest, 'content.xml': '?' });
  await expect(parse(locked)).rejects.toMatchObject({ failure: 'password_protected' });
  await expect(parse(makePackage(type, {}))).rejects.toMatchObject({ failure: 'damaged' });
});

test('a zip bomb is refused before it is unpacked, in whatever format', async () => {
  const bomb = makeOdf('text', `<text:p>${' '.repeat(20_000_000)}</text:p>`);
  await expect(parse(bomb)).rejects.toMatchObject({ failure: 'too_large_unpacked' });
});
