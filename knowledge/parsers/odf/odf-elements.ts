import { cleanLine } from '../clean-text';
import { hiddenText, hide } from '../hidden-text';
import type { Element as Piece } from '../parsed-document';
import { tableElements } from '../table-element';
import { childrenNamed } from '../xml';
import { isOffPage } from './odf-frames';
import { type OdfLook, type OdfStyles, plainOdfLook } from './odf-styles';
import { readOdfTable } from './odf-table';
import { floating, isSilent, OdfText, reasonOfOdfElement } from './odf-text';

/** The content of a text document, a slide or its notes as elements in reading order. */
export function odfElements(
  parent: Element,
  styles: OdfStyles,
  page: number | null,
  look = plainOdfLook,
): Piece[] {
  const reader = new OdfReader(styles, page);
  reader.walk(parent, look);
  return reader.pieces;
}

/** A table of a document or a sheet: its rows, and what is hidden in it. */
export function odfTable(
  table: Element,
  styles: OdfStyles,
  page: number | null,
  around: OdfLook,
): { rows: string[][]; hidden: Piece[] } {
  const hidden: Piece[] = [];
  const { rows, hiddenLines } = readOdfTable(table, (cell) => {
    const text = new OdfText(styles);
    text.read(cell, styles.lookOf(cell.getAttribute('table:style-name'), around));
    hidden.push(...hiddenPieces(text, page));
    return text.line;
  });
  hidden.push(...hiddenText(hiddenLines.join('\n'), 'hidden-cells', page));
  return { rows, hidden };
}

function hiddenPieces({ hidden }: OdfText, page: number | null): Piece[] {
  return hidden.flatMap(({ reason, text }) => hiddenText(cleanLine(text), reason, page));
}

class OdfReader {
  readonly pieces: Piece[] = [];
  private readonly styles: OdfStyles;
  private readonly page: number | null;

  constructor(styles: OdfStyles, page: number | null) {
    this.styles = styles;
    this.page = page;
  }

  walk(parent: Element, around: OdfLook): void {
    for (const child of parent.children) {
      const isOff = this.page !== null && isOffPage(child, this.styles.pageSize);
      const reason = isOff ? 'off-page' : reasonOfOdfElement(child);
      if (isSilent(child)) continue;
      if (reason) {
        const inner = odfElements(child, this.styles, this.page, around);
        this.pieces.push(...hide(inner, reason));
      } else this.visit(child, this.lookOf(child, around));
    }
  }

  private lookOf(element: Element, around: OdfLook): OdfLook {
    const names = ['text:style-name', 'draw:style-name', 'presentation:style-name'];
    const name = names.map((attribute) => element.getAttribute(attribute)).find(Boolean);
    return this.styles.lookOf(name ?? null, around);
  }

  private visit(element: Element, look: OdfLook): void {
    const name = element.tagName;
    if (name === 'text:h' || name === 'text:p') this.addParagraph(element, look);
    else if (name === 'text:list') this.addList(element, look);
    else if (name === 'table:table') this.addTable(element, look);
    else if (element.getAttribute('presentation:class') === 'title') {
      this.add(unframed(element), look, 'title', 2);
    } else this.walk(element, look);
  }

  private addParagraph(element: Element, look: OdfLook): void {
    const outline = Number(element.getAttribute('text:outline-level') ?? 1);
    const level =
      element.tagName === 'text:h'
        ? Math.min(Math.max(outline, 1), 6)
        : this.styles.titleLevel(element.getAttribute('text:style-name'));
    this.add(
      element,
      isHiddenParagraph(element) ? { ...look, reason: 'hidden-text' } : look,
      level ? 'title' : 'text',
      level,
    );
    this.addFloating(element, look);
  }

  private add(element: Element, look: OdfLook, kind: 'title' | 'text', level?: number): void {
    const text = new OdfText(this.styles);
    text.read(element, look);
    if (text.line !== '') {
      this.pieces.push({ kind, text: text.line, page: this.page, ...(level && { level }) });
    }
    this.pieces.push(...hiddenPieces(text, this.page));
  }

  private addFloating(parent: Element, look: OdfLook): void {
    for (const child of parent.children) {
      if (isSilent(child) || reasonOfOdfElement(child)) continue;
      if (floating.test(child.tagName)) this.walk(child, this.lookOf(child, look));
      else this.addFloating(child, look);
    }
  }

  private addList(list: Element, look: OdfLook): void {
    const hidden: Piece[] = [];
    const items = this.listItems(list, look, hidden, 0);
    if (items.length > 0)
      this.pieces.push({ kind: 'list', text: items.join('\n'), page: this.page });
    this.pieces.push(...hidden);
  }

  /** An item with nothing but a list inside is only there for the indent. */
  private listItems(list: Element, look: OdfLook, hidden: Piece[], depth: number): string[] {
    return [...list.children].flatMap((item) => {
      const inner = childrenNamed(item, 'text:list');
      const paragraphs = [...item.children].filter((child) => !inner.includes(child));
      const text = new OdfText(this.styles);
      for (const paragraph of paragraphs) {
        text.read(paragraph, this.lookOf(paragraph, look));
        text.endPart();
      }
      hidden.push(...hiddenPieces(text, this.page));
      const below = inner.flatMap((child) => this.listItems(child, look, hidden, depth + 1));
      const indent = '  '.repeat(Math.min(depth, 8));
      return [...(text.line === '' ? [] : [`${indent}- ${text.line}`]), ...below];
    });
  }

  private addTable(table: Element, look: OdfLook): void {
    const { rows, hidden } = odfTable(table, this.styles, this.page, look);
    if (rows.every((row) => row.length < 2)) {
      for (const [text = ''] of rows) {
        if (text !== '') this.pieces.push({ kind: 'text', text, page: this.page });
      }
    } else this.pieces.push(...tableElements(rows, this.page));
    this.pieces.push(...hidden);
  }
}

/** A title's frame holds its text in a box. */
function unframed(element: Element): Element {
  return childrenNamed(element, 'draw:text-box')[0] ?? element;
}

/** A field in a paragraph may hide all of it. */
function isHiddenParagraph(paragraph: Element): boolean {
  return childrenNamed(paragraph, 'text:hidden-paragraph').some(
    (field) => field.getAttribute('text:is-hidden') === 'true',
  );
}
