import { expect, test } from 'vitest';
import { makeOdf, makePackage } from '@/tests/support/make-package';
import { parseDocument } from './parse-document';

const parse = (file: Uint8Array) => parseDocument(file, 'file', { onPage: () => undefined });

const told = (elements: { kind: string; page: number | null; text: string }[]) =>
  elements.map(({ kind, page, text }) => `${kind} ${page}: ${text}`);

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
  expect(told(elements)).toEqual([
    'title null: House rules',
    'title null: Doors',
    'text null: Doors close at ten.',
    'text null: On Sundays at nine.',
    'text null: Ring twice.',
    'list null: - Keys\n  - Spare key',
    'table null: Door | Time\nFront | 22:00',
  ]);
});

test('sheets are pages; repeated and merged cells stand where they are seen, hidden ones nowhere', async () => {
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
  expect(told(elements)).toEqual([
    'title 2: Prices',
    'table 2: Zone | City | Price\nNorth | Oslo | 140\nNorth | Bergen | 120\nsame | same | same',
  ]);
});

test('slides are pages with their notes; hidden ones are left out', async () => {
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
  expect(told(elements)).toEqual(['title 2: Plan', 'text 2: Open in May.', 'text 2: Smile.']);
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
