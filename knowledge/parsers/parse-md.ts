import { cleanCharacters, cleanLine, joinLines } from './clean-text';
import { decodeText } from './decode-text';
import { hiddenText } from './hidden-text';
import { readMarkdownSource } from './markdown-source';
import type { Element } from './parsed-document';
import type { Parser } from './parser';
import { plainMarkdown } from './plain-markdown';
import { cutColumns, tableElements } from './table-element';

/** Reads Markdown: headings, lists, tables and code keep their shape; marks of emphasis go. */
export const parseMd: Parser = async (file) => {
  const source = readMarkdownSource(cleanCharacters(decodeText(file)));
  const { title, body } = splitFrontMatter(source.text);
  const reader = new MarkdownReader();
  for (const line of body.split('\n')) reader.readLine(line);
  reader.endBlock();
  const hidden = source.hidden.flatMap(({ text, reason }) =>
    hiddenText(cleanLine(plainMarkdown(text)), reason, null),
  );
  return { title, pages: null, elements: [...reader.elements, ...hidden] };
};

function splitFrontMatter(source: string): { title?: string | undefined; body: string } {
  const found = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!found) return { body: source };
  const given = /^title:(.*)$/m.exec(found[1] ?? '')?.[1]?.trim() ?? '';
  const title = /^["']/.test(given) ? given.slice(1, -1) : given;
  return { title: title || undefined, body: source.slice(found[0].length) };
}

type Kind = 'text' | 'list' | 'table';

const listItem = /^\s*([-*+]|\d+[.)])\s+/;
const separatorRow = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reads line by line, gathering the lines of one block. */
class MarkdownReader {
  readonly elements: Element[] = [];
  private lines: string[] = [];
  private kind: Kind = 'text';
  private fence: string | undefined;

  readLine(line: string): void {
    const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    const heading = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line);
    if (this.fence !== undefined) this.readCode(line, fence);
    else if (fence) this.startCode(fence);
    else if (heading) this.addTitle(withoutClosing(heading[2] ?? ''), heading[1]?.length ?? 1);
    else if (!this.readUnderline(line)) this.readText(line);
  }

  endBlock(): void {
    const lines = this.lines.splice(0);
    if (lines.length === 0) return;
    if (this.kind === 'table') {
      this.elements.push(...tableElements(cutColumns(readRows(lines)).rows, null));
    } else this.addText(this.kind === 'list' ? readItems(lines) : joinParagraph(lines));
    this.kind = 'text';
  }

  /** A line of `===` or `---` makes a title of the single line above it. */
  private readUnderline(line: string): boolean {
    const underline = /^\s{0,3}(=+|-+)\s*$/.exec(line)?.[1];
    if (!underline || this.kind !== 'text' || this.lines.length !== 1) return false;
    const [text = ''] = this.lines.splice(0);
    this.addTitle(text, underline.startsWith('=') ? 1 : 2);
    return true;
  }

  private readText(line: string): void {
    const isRule = /^\s{0,3}([-*_]\s*){3,}$/.test(line);
    if (isRule || line.trim() === '') this.endBlock();
    else this.addLine(line);
  }

  private addLine(line: string): void {
    const kind = lineKind(line, this.kind);
    if (kind !== this.kind) this.endBlock();
    this.kind = kind;
    this.lines.push(line);
  }

  private addText(text: string): void {
    if (text !== '') this.elements.push({ kind: this.kind, text, page: null });
  }

  private addTitle(text: string, level: number): void {
    this.endBlock();
    const plain = cleanLine(plainMarkdown(text));
    if (plain !== '') this.elements.push({ kind: 'title', text: plain, page: null, level });
  }

  private startCode(fence: string): void {
    this.endBlock();
    this.fence = fence;
  }

  private readCode(line: string, fence: string | undefined): void {
    if (!fence?.startsWith(this.fence ?? '')) {
      this.lines.push(line);
      return;
    }
    this.fence = undefined;
    const text = this.lines.splice(0).join('\n').trim();
    this.addText(text);
  }
}

/** A title may end in marks like those before it. */
function withoutClosing(title: string): string {
  const text = title.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === 0 || /\s/.test(text.charAt(end - 1)) ? text.slice(0, end) : text;
}

function lineKind(line: string, current: Kind): Kind {
  if (/^\s*\|.*\|/.test(line) || (current === 'table' && line.includes('|'))) return 'table';
  if (listItem.test(line)) return 'list';
  // Indented or lazily continued lines belong to the list item above.
  return current === 'list' ? 'list' : 'text';
}

function readRows(lines: string[]): string[][] {
  return lines
    .filter((line) => !separatorRow.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cleanLine(plainMarkdown(cell.replaceAll('\\|', '|')))),
    );
}

function readItems(lines: string[]): string {
  const items: { indent: string; lines: string[] }[] = [];
  for (const line of lines) {
    const text = cleanLine(plainMarkdown(line));
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const last = items.at(-1);
    if (listItem.test(line) || !last) items.push({ indent, lines: [text] });
    else last.lines.push(text);
  }
  return items
    .map((item) => item.indent + joinLines(item.lines))
    .filter((item) => item.trim() !== '')
    .join('\n');
}

function joinParagraph(lines: string[]): string {
  return joinLines(
    lines.map((line) => cleanLine(plainMarkdown(line.replace(/^\s*>\s?/, '')))).filter(Boolean),
  );
}
