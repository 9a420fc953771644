/** A line of text at a place of the page, in points from the left bottom corner. */
export interface PdfLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** A page by its instructions. */
export interface DrawnPage {
  content: string;
  /** More entries of the page's dictionary. */
  entries?: string;
}

interface DrawnPdf {
  pages: DrawnPage[];
  /** More entries of the catalog. */
  catalog?: string;
  /** More resources of every page, beside the font F1. */
  resources?: string;
  /** More objects; the first of them is number 4. */
  objects?: string[];
}

/** A small PDF with Latin text, one list of lines per page. A page without lines stays blank. */
export function makePdf(pages: PdfLine[][]): Uint8Array {
  return drawPdf({ pages: pages.map((lines) => ({ content: lines.map(drawText).join('\n') })) });
}

/** A PDF of pages that are drawn by instructions of one's own. */
export function drawPdf({ pages, catalog = '', resources = '', objects = [] }: DrawnPdf) {
  const first = 4 + objects.length;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return assemble([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
    ...pages.flatMap(({ content, entries = '' }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${first + 1 + index * 2} 0 R ${entries} >>`,
      stream(content),
    ]),
  ]);
}

/** An object with a stream. Characters above 255 are no bytes: use `\x00` to `\xff`. */
export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** The instructions that draw a line of text. */
export function drawText({ text, x = 72, y, size = 11 }: PdfLine): string {
  const escaped = text.replace(/[\\()]/g, (character) => `\\${character}`);
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

/** Puts numbered objects into a file, with the table of their places. */
export function assemble(objects: string[], trailer = ''): Uint8Array {
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(body + table + end, 'latin1'));
}
