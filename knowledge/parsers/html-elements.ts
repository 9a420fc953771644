import { cleanLine } from './clean-text';
import { removeHidden } from './hidden-elements';
import { readTable } from './html-table';
import type { Element as Piece } from './parsed-document';
import { tableElements } from './table-element';

const blocks = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr html legend main p pre section summary'.split(
    ' ',
  ),
);

/** The visible content of an HTML document as elements in reading order. */
export function htmlElements(document: Document): Piece[] {
  removeHidden(document);
  const reader = new HtmlReader();
  reader.walk(document.body ?? document.documentElement);
  reader.endParagraph();
  return reader.pieces;
}

/** Collects running text until a block ends, then makes an element of it. */
class HtmlReader {
  readonly pieces: Piece[] = [];
  private running = '';

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
  }

  private visit(element: Element): void {
    const name = element.tagName.toLowerCase();
    const heading = /^h([1-6])$/.exec(name);
    if (heading) this.addTitle(element, Number(heading[1]));
    else if (name === 'table') this.addTable(element);
    else if (name === 'ul' || name === 'ol') this.addList(element, name === 'ol');
    else if (name === 'br') this.running += ' ';
    else if (blocks.has(name)) this.visitBlock(element);
    else this.walk(element);
  }

  private visitBlock(element: Element): void {
    this.endParagraph();
    this.walk(element);
    this.endParagraph();
  }

  private addTitle(element: Element, level: number): void {
    this.endParagraph();
    const text = cleanLine(element.textContent ?? '');
    if (text !== '') this.pieces.push({ kind: 'title', text, page: null, level });
  }

  /** A table with one column, or with tables inside, is there for the layout: its cells are text. */
  private addTable(table: Element): void {
    this.endParagraph();
    if (table.querySelector('table')) {
      for (const cell of table.querySelectorAll('td, th')) {
        if (cell.closest('table') === table) this.visitBlock(cell);
      }
      return;
    }
    const caption = table.querySelector('caption');
    if (caption) this.visitBlock(caption);
    const rows = readTable(table);
    if (rows.every((row) => row.length < 2)) this.visitBlock(table);
    else this.pieces.push(...tableElements(rows, null));
  }

  private addList(list: Element, isNumbered: boolean): void {
    this.endParagraph();
    const items = listItems(list, isNumbered, 0);
    if (items.length > 0) this.pieces.push({ kind: 'list', text: items.join('\n'), page: null });
  }
}

/** Lines of a list; lists inside it are indented. Items that are tables or headings are read as text. */
function listItems(list: Element, isNumbered: boolean, depth: number): string[] {
  const items = [...list.children].filter((child) => child.tagName.toLowerCase() === 'li');
  return items.flatMap((item, index) => {
    const inner = [...item.children].filter((child) => /^[ou]l$/i.test(child.tagName));
    const below = inner.flatMap((child) =>
      listItems(child, child.tagName.toLowerCase() === 'ol', depth + 1),
    );
    for (const child of inner) child.remove();
    const text = cleanLine(item.textContent ?? '');
    const mark = isNumbered ? `${index + 1}.` : '-';
    return [...(text === '' ? [] : [`${'  '.repeat(depth)}${mark} ${text}`]), ...below];
  });
}
