import path from 'node:path';
import { parseHTML } from 'linkedom';
import { cleanLine } from './clean-text';
import { DocumentError } from './document-error';
import { htmlElements } from './html-elements';
import type { Parser } from './parser';
import { allNamed, findNamed, parseXml } from './xml';
import { openZip, type ZipParts } from './zip-parts';

/** Ways of hiding fonts from copying; the text of such books is open. */
const fontMangling = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/;

/** Reads an e-book, chapter by chapter in the order of its spine. */
export const parseEpub: Parser = async (file, { onPage }) => {
  const parts = openZip(file);
  requireOpen(parts);
  const container = parseXml(parts.text('META-INF/container.xml'));
  const packagePath = findNamed(container, 'rootfile')?.getAttribute('full-path') ?? '';
  const book = parseXml(parts.text(packagePath));
  const chapters = chapterNames(book, path.posix.dirname(packagePath));
  if (chapters.length === 0) throw new DocumentError('damaged');
  const elements = chapters.flatMap((name, index) => {
    onPage(index + 1, chapters.length);
    const chapter = parseChapter(parts.text(name));
    return htmlElements(chapter, styleSheets(chapter, parts, path.posix.dirname(name)));
  });
  const title = cleanLine(findNamed(book, 'dc:title')?.textContent ?? '');
  return { title: title || undefined, pages: null, elements };
};

/** @throws DocumentError `password_protected` for a book with rights management */
function requireOpen(parts: ZipParts): void {
  const methods = allNamed(parseXml(parts.text('META-INF/encryption.xml')), 'enc:EncryptionMethod')
    .concat(allNamed(parseXml(parts.text('META-INF/encryption.xml')), 'EncryptionMethod'))
    .map((method) => method.getAttribute('Algorithm') ?? '');
  if (methods.some((method) => !fontMangling.test(method))) {
    throw new DocumentError('password_protected');
  }
}

function chapterNames(book: Element | null, folder: string): string[] {
  const targets = new Map(
    named(book, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href') ?? '']),
  );
  const names = named(book, 'itemref').flatMap((reference) => {
    const target = targets.get(reference.getAttribute('idref'));
    return target ? [path.posix.join(folder, decodeTarget(target))] : [];
  });
  // A book that comes back to a chapter says it only once.
  return [...new Set(names)];
}

/** The style sheets of a chapter, which stand in the book beside it. */
function styleSheets(chapter: Document, parts: ZipParts, folder: string): string {
  return [...chapter.querySelectorAll('link[rel~="stylesheet"]')]
    .map((link) => decodeTarget(link.getAttribute('href') ?? ''))
    .map((target) => parts.text(path.posix.join(folder, target)))
    .join('\n');
}

/** Without the place in the chapter; a name that is not encoded is a name all the same. */
function decodeTarget(target: string): string {
  const [name = ''] = target.split('#');
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

/** Package files are written with and without a prefix. */
const named = (book: Element | null, name: string) => [
  ...allNamed(book, name),
  ...allNamed(book, `opf:${name}`),
];

/** Chapters are XML: an element that closes itself would stay open when read as HTML. */
function parseChapter(xhtml: string): Document {
  const html = xhtml
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<!doctype[^>[]*(?:\[[^\]]*\])?\s*>/i, '')
    .replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, attributes: string) =>
      /^(br|hr|img|input|link|meta|col|wbr|area|base|source)$/i.test(name)
        ? whole
        : `<${name}${attributes}></${name}>`,
    );
  return parseHTML(html).document;
}
