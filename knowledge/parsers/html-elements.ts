import { cleanCharacters, cleanLine, needsSpace } from './clean-text';
import { blockNames, elementText } from './element-text';
import { type HiddenParts, takeHidden } from './hidden-elements';
import { hide } from './hidden-text';
import { readTable } from './html-table';
import type { HiddenReason, Element as Piece } from './parsed-document';
import { tableElements } from './table-element';

/** Items that hold these are there for the layout and read as text. */
const layoutItem = 'table, pre, h1, h2, h3, h4, h5, h6';

/** Hidden words are gathered up to this length. */
const longPiece = 5000;

/**
 * The content of an HTML document as elements in reading order, what its readers do not see marked
 * as hidden.
 * @param css of style sheets beside the page
 */
export function htmlElements(document: Document, css = ''): Piece[] {
  const reader = new HtmlReader(takeHidden(document, css));
  reader.walk(document.documentElement);
  reader.endParagraph();
  return reader.pieces;
}

/** Collects running text until a block ends, then makes an element of it. */
class HtmlReader {
  readonly pieces: Piece[] = [];
  private running = '';
  /** Hidden pieces that wait for the end of the paragraph they stand in. */
  private waiting: Piece[] = [];
  private readonly hidden: HiddenParts;

  constructor(hidden: HiddenParts) {
    this.hidden = hidden;
  }

  walk(parent: Element): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.running += node.textContent ?? '';
      else if (node.nodeType === 1) this.visit(node as Element);
    }
  }

  endParagraph(): void {
    const text = cleanLine(this.running);
    this.running = '';
    if (text !== '') this.pieces.push({ kind: 'text', text, page: null });
    this.pieces.push(...this.waiting.splice(0));
  }

  private visit(element: Element): void {
    const name = element.tagName.toLowerCase();
    const heading = /^h([1-6])$/.exec(name);
    const part = this.hidden.get(element);
    if (part) this.addHidden(part.content, part.reason);
    else if (heading) this.addTitle(element, Number(heading[1]));
    else if (name === 'table') this.addTable(element);
    else if (name === 'ul' || name === 'ol') this.addList(element, name === 'ol');
    else if (name === 'pre') this.addCode(element);
    else if (name === 'br') this.running += ' ';
    else if (name === 'ruby') this.running += elementText(element);
    else if (blockNames.has(name)) this.visitBlock(element);
    else this.walk(element);
  }

  private visitBlock(element: Element): void {
    this.endParagraph();
    this.walk(element);
    this.endParagraph();
  }

  /** Words of one paragraph that are hidden for one reason are one piece. */
  private addHidden(content: Element, reason: HiddenReason): void {
    const reader = new HtmlReader(this.hidden);
    reader.walk(content);
    reader.endParagraph();
    for (const piece of hide(reader.pieces, reason)) {
      const last = this.waiting.at(-1);
      const isSame = last?.kind === 'text' && piece.kind === 'text' && last.hidden === piece.hidden;
      if (isSame && last.text.length < longPiece)
        last.text += (needsSpace(last.text, piece.text) ? ' ' : '') + piece.text;
      else this.waiting.push(piece);
    }
  }

  /** What is hidden inside an element that is read as a whole comes after it. */
  private addHiddenIn(element: Element): void {
    if (this.hidden.size === 0) return;
    for (const place of element.querySelectorAll('hidden-part')) {
      const part = this.hidden.get(place);
      if (part) this.addHidden(part.content, part.reason);
    }
    this.endParagraph();
  }

  private addTitle(element: Element, level: number): void {
    this.endParagraph();
    const text = cleanLine(elementText(element));
    if (text !== '') this.pieces.push({ kind: 'title', text, page: null, level });
    this.addHiddenIn(element);
  }

  private addCode(element: Element): void {
    this.endParagraph();
    const text = cleanCharacters(element.textContent ?? '')
      .replace(/^\n+/, '')
      .trimEnd();
    if (text !== '') this.pieces.push({ kind: 'text', text, page: null });
    this.addHiddenIn(element);
  }

  /** A table with one column, or with tables inside, is there for the layout: its cells are text. */
  private addTable(table: Element): void {
    this.endParagraph();
    const caption = table.querySelector('caption');
    if (caption?.closest('table') === table) {
      this.visitBlock(caption);
      caption.remove();
    }
    const rows = table.querySelector('table') ? [] : readTable(table);
    if (rows.every((row) => row.length < 2)) this.visitBlock(table);
    else {
      this.pieces.push(...tableElements(rows, null));
      this.addHiddenIn(table);
    }
  }

  private addList(list: Element, isNumbered: boolean): void {
    this.endParagraph();
    if (list.querySelector(layoutItem)) this.visitBlock(list);
    else {
      const items = listItems(list, isNumbered, 0);
      // Lists that begin with a list inside are only indented.
      const indent = /^ */.exec(items[0] ?? '')?.[0] ?? '';
      const text = items.map((item) => item.replace(indent, '')).join('\n');
      if (text !== '') this.pieces.push({ kind: 'list', text, page: null });
      this.addHiddenIn(list);
    }
  }
}

/** How an item begins that brings its number along. */
const ownNumber =
  /^[(（]?(\d{1,3}(\.\d{1,3})*[.)）、]|\d{1,3}(\.\d{1,3})+|[a-z][.)]|[ivx]{1,6}[.)]|[一二三四五六七八九十]{1,4}[、.）]|第.{1,5}[章节条款])(\s|$)/i;

const isList = ({ tagName }: Element) => tagName === 'OL' || tagName === 'UL';

/** Lines of a list; lists inside it are indented. */
function listItems(list: Element, isNumbered: boolean, depth: number): string[] {
  let number = Number(list.getAttribute('start') ?? 1) || 1;
  return [...list.children].flatMap((item) => {
    if (isList(item)) return listItems(item, item.tagName === 'OL', depth + 1);
    if (item.tagName !== 'LI') return [];
    const inner = innerLists(item);
    const below = inner.flatMap((child) => listItems(child, child.tagName === 'OL', depth + 1));
    const text = cleanLine(elementText(item, ['OL', 'UL']));
    if (text === '') return below;
    const mark = isNumbered ? `${number}. ` : ownNumber.test(text) ? '' : '- ';
    number += 1;
    return [`${'  '.repeat(Math.min(depth, 8))}${mark}${text}`, ...below];
  });
}

/** The lists inside an item, not those inside of these. */
function innerLists(item: Element): Element[] {
  return [...item.children].flatMap((child) => (isList(child) ? [child] : innerLists(child)));
}
