import { cleanLine } from './clean-text';
import type { OdfStyles } from './odf-styles';
import { readOdfTable } from './odf-table';
import type { Element as Piece } from './parsed-document';
import { tableElements } from './table-element';
import { childrenNamed } from './xml';

/** Not part of what the document says: deleted text, comments, tables of contents. */
const silent = new Set([
  'text:tracked-changes',
  'text:table-of-content',
  'text:hidden-text',
  'text:note-citation',
  'office:annotation',
  'office:forms',
  'presentation:notes',
  'svg:title',
  'svg:desc',
]);
/** Stand inside a paragraph, but are read after it. */
const floating = /^(draw:(frame|text-box|custom-shape|g)|text:note)$/;

/** The content of a text document, a slide or its notes as elements in reading order. */
export function odfElements(parent: Element, styles: OdfStyles, page: number | null): Piece[] {
  const reader = new OdfReader(styles, page);
  reader.walk(parent);
  return reader.pieces;
}

/** The text of one paragraph or cell on one line, without what floats in it. */
export function odfText(node: Element, styles: OdfStyles): string {
  return cleanLine(rawText(node, styles));
}

function rawText(node: Element, styles: OdfStyles): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === 3 || child.nodeType === 4) text += child.textContent ?? '';
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    const name = element.tagName;
    if (/^text:(s|tab|line-break)$/.test(name)) text += ' ';
    else if (isRead(element, styles) && !floating.test(name)) {
      text += rawText(element, styles) + (name === 'text:p' ? ' ' : '');
    }
  }
  return text;
}

function isRead(element: Element, styles: OdfStyles): boolean {
  if (silent.has(element.tagName)) return false;
  return !styles.isHidden(element.getAttribute('text:style-name'));
}

class OdfReader {
  readonly pieces: Piece[] = [];
  private readonly styles: OdfStyles;
  private readonly page: number | null;

  constructor(styles: OdfStyles, page: number | null) {
    this.styles = styles;
    this.page = page;
  }

  walk(parent: Element): void {
    for (const child of parent.children) if (isRead(child, this.styles)) this.visit(child);
  }

  private visit(element: Element): void {
    const name = element.tagName;
    if (name === 'text:h' || name === 'text:p') this.addParagraph(element);
    else if (name === 'text:list') this.addList(element);
    else if (name === 'table:table') this.addTable(element);
    else if (element.getAttribute('presentation:class') === 'title') this.add(element, 'title', 2);
    else this.walk(element);
  }

  private addParagraph(element: Element): void {
    const outline = Number(element.getAttribute('text:outline-level') ?? 1);
    const level =
      element.tagName === 'text:h'
        ? Math.min(Math.max(outline, 1), 6)
        : this.styles.titleLevel(element.getAttribute('text:style-name'));
    this.add(element, level ? 'title' : 'text', level);
    this.addFloating(element);
  }

  private add(element: Element, kind: 'title' | 'text', level?: number): void {
    const text = odfText(unframed(element), this.styles);
    if (text === '') return;
    this.pieces.push({ kind, text, page: this.page, ...(level && { level }) });
  }

  private addFloating(parent: Element): void {
    for (const child of parent.children) {
      if (!isRead(child, this.styles)) continue;
      if (floating.test(child.tagName)) this.walk(child);
      else this.addFloating(child);
    }
  }

  private addList(list: Element): void {
    const items = this.listItems(list, 0);
    if (items.length > 0)
      this.pieces.push({ kind: 'list', text: items.join('\n'), page: this.page });
  }

  /** An item with nothing but a list inside is only there for the indent. */
  private listItems(list: Element, depth: number): string[] {
    return [...list.children].flatMap((item) => {
      const inner = childrenNamed(item, 'text:list');
      const paragraphs = [...item.children].filter((child) => !inner.includes(child));
      const text = paragraphs
        .map((child) => odfText(child, this.styles))
        .filter(Boolean)
        .join(' ');
      const below = inner.flatMap((child) => this.listItems(child, depth + 1));
      return [...(text === '' ? [] : [`${'  '.repeat(Math.min(depth, 8))}- ${text}`]), ...below];
    });
  }

  private addTable(table: Element): void {
    const rows = readOdfTable(table, (cell) => odfText(cell, this.styles));
    if (rows.every((row) => row.length < 2)) {
      for (const [text = ''] of rows) {
        if (text !== '') this.pieces.push({ kind: 'text', text, page: this.page });
      }
    } else this.pieces.push(...tableElements(rows, this.page));
  }
}

/** A title's frame holds its text in a box. */
function unframed(element: Element): Element {
  return childrenNamed(element, 'draw:text-box')[0] ?? element;
}
