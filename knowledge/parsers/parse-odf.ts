import { cleanLine } from './clean-text';
import { DocumentError } from './document-error';
import { hide } from './hidden-text';
import { odfElements, odfTable } from './odf/odf-elements';
import { type OdfStyles, plainOdfLook, readStyles } from './odf/odf-styles';
import { sheetsOf } from './odf/odf-table';
import type { Element as Piece } from './parsed-document';
import type { Parser } from './parser';
import { sheetElements } from './sheet-elements';
import { childrenNamed, findNamed, parseXml } from './xml';
import { openZip } from './zip-parts';

/**
 * Reads OpenDocument text, spreadsheets (each sheet a page) and presentations (each slide a page,
 * its notes after it). Hidden sheets and slides are marked.
 */
export const parseOdf: Parser = async (file) => {
  const parts = openZip(file);
  if (/<manifest:encryption-data/.test(parts.text('META-INF/manifest.xml'))) {
    throw new DocumentError('password_protected');
  }
  const content = parseXml(parts.text('content.xml'));
  const styles = readStyles([content, parseXml(parts.text('styles.xml'))]);
  const title = findNamed(parseXml(parts.text('meta.xml')), 'dc:title')?.textContent ?? '';
  const body = findNamed(content, 'office:body')?.children[0];
  if (!body) throw new DocumentError('damaged');
  return { title: cleanLine(title) || undefined, ...readBody(body, styles) };
};

function readBody(body: Element, styles: OdfStyles): { pages: number | null; elements: Piece[] } {
  if (body.tagName === 'office:spreadsheet') {
    const sheets = sheetsOf(body);
    const elements = sheets.flatMap((sheet, index) => readSheet(sheet, styles, index + 1));
    return { pages: Math.max(1, sheets.length), elements };
  }
  if (body.tagName === 'office:presentation') {
    const slides = childrenNamed(body, 'draw:page');
    const elements = slides.flatMap((slide, index) => readSlide(slide, styles, index + 1));
    return { pages: Math.max(1, slides.length), elements };
  }
  return { pages: null, elements: odfElements(body, styles, null) };
}

function readSheet(sheet: Element, styles: OdfStyles, page: number): Piece[] {
  const { rows, hidden } = odfTable(sheet, styles, page, plainOdfLook);
  const name = sheet.getAttribute('table:name') ?? '';
  const elements = [...sheetElements({ name, page, rows }), ...hidden];
  const isHidden = styles.isHidden(sheet.getAttribute('table:style-name'));
  return isHidden ? hide(elements, 'hidden-sheet') : elements;
}

function readSlide(slide: Element, styles: OdfStyles, page: number): Piece[] {
  const notes = childrenNamed(slide, 'presentation:notes');
  // What stands on a slide may stand on anything that is drawn.
  const look = { ...plainOdfLook, ground: undefined };
  const elements = [slide, ...notes].flatMap((part) => odfElements(part, styles, page, look));
  const isHidden = styles.isHidden(slide.getAttribute('draw:style-name'));
  return isHidden ? hide(elements, 'hidden-slide') : elements;
}
