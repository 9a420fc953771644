import { strToU8, zipSync } from 'fflate';

/** A zip file of texts that says what it is in its first part, as OpenDocument files and e-books do. */
export function makePackage(type: string, parts: Record<string, string>): Uint8Array {
  const texts = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ mimetype: [strToU8(type), { level: 0 }], ...Object.fromEntries(texts) });
}

const spaces = ['office', 'text', 'table', 'draw', 'style', 'presentation']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** An OpenDocument file: its kind, the XML of its body, and of its automatic styles. */
export function makeOdf(
  kind: 'text' | 'spreadsheet' | 'presentation',
  body: string,
  styles = '',
): Uint8Array {
  return makePackage(`application/vnd.oasis.opendocument.${kind}`, {
    'content.xml': `<office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
  });
}

/** An e-book of XHTML chapters. */
export function makeEpub(title: string, chapters: string[]): Uint8Array {
  const names = chapters.map((_, at) => `chapter ${at + 1}.xhtml`);
  const items = names.map((name, at) => `<item id="c${at}" href="${encodeURIComponent(name)}"/>`);
  const spine = names.map((_, at) => `<itemref idref="c${at}"/>`);
  return makePackage('application/epub+zip', {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>${title}</dc:title></metadata><manifest>${items.reverse().join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `OEBPS/${name}`,
        `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${chapters[at]}</body></html>`,
      ]),
    ),
  });
}
