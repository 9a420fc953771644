import { strToU8, zipSync } from 'fflate';

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const spaces = `${wordSpace} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
const relationships = 'http://schemas.openxmlformats.org';

/** Parts of a Word document beside its body, as the XML inside their root elements. */
export interface DocxParts {
  styles?: string;
  numbering?: string;
  comments?: string;
  footnotes?: string;
}

/** Whole parts by their names in the file. */
export type DocxFiles = Record<string, string>;

/** A Word document around the XML of its body. */
export function makeDocx(body: string, inner: DocxParts = {}, files: DocxFiles = {}): Uint8Array {
  const names = Object.keys(inner);
  const overrides = names.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
  );
  const links = names.map(
    (name) =>
      `<Relationship Id="${name}" Type="${relationships}/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`,
  );
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${relationships}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${relationships}/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}/package/2006/relationships">${links.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(inner).map(([name, xml]) => [
        `word/${name}.xml`,
        `<w:${name} ${spaces}>${xml}</w:${name}>`,
      ]),
    ),
    ...files,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

/** A paragraph; with a style such as `Heading1` a title. */
export function paragraph(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p>${properties}${run(text)}</w:p>`;
}

/** Text with properties of its own. */
export function run(text: string, properties = ''): string {
  const own = properties ? `<w:rPr>${properties}</w:rPr>` : '';
  return `<w:r>${own}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A table of plain cells. */
export function table(rows: string[][]): string {
  const cells = (row: string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}
