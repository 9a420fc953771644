import { cleanLine } from './clean-text';
import type { Element as Piece } from './parsed-document';
import { tableElements } from './table-element';
import { allNamed, childrenNamed, findNamed } from './xml';

const titleTypes = new Set(['title', 'ctrTitle']);
/** Placeholders that repeat on every slide, and on a page of notes the picture of its slide. */
const runningTypes = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg']);

/** What a slide shows: its title first, then its shapes and tables in the order of the file. */
export function slideElements(slide: Element, page: number): Piece[] {
  const pieces = shapesOf(findNamed(slide, 'p:spTree')).flatMap((shape) => readShape(shape, page));
  const titles = pieces.filter(({ kind }) => kind === 'title');
  const [first, ...others] = pieces;
  // Programs that know no placeholders write the title as the first line.
  if (titles.length === 0 && first && others.length > 0 && isLikeTitle(first)) {
    return [{ ...first, kind: 'title', level: 2 }, ...others];
  }
  return [...titles, ...pieces.filter(({ kind }) => kind !== 'title')];
}

function isLikeTitle({ kind, text }: Piece): boolean {
  return kind === 'text' && text.length <= 60 && !/[.!?:;,。！？：；，]$/.test(text);
}

/** What the speaker wrote below a slide. */
export function slideNotes(notes: Element | null, page: number): Piece[] {
  return shapesOf(findNamed(notes, 'p:spTree'))
    .filter((shape) => !runningTypes.has(placeholder(shape) ?? ''))
    .flatMap((shape) => readText(shape, page));
}

/** The labels of a drawn diagram (SmartArt), whose text is not on the slide itself, as a list. */
export function diagramElements(diagram: Element | null, page: number): Piece[] {
  const labels = allNamed(diagram, 'dgm:pt')
    .map((point) => cleanLine(paragraphs(point).map(paragraphText).join(' ')))
    .filter(Boolean);
  const text = labels.map((label) => `- ${label}`).join('\n');
  return text === '' ? [] : [{ kind: 'list', text, page }];
}

/** Shapes and frames, those in groups as well, without what is hidden. */
function shapesOf(tree: Element | undefined): Element[] {
  return [...(tree?.children ?? [])].flatMap((child): Element[] => {
    if (findNamed(child, 'p:cNvPr')?.getAttribute('hidden') === '1') return [];
    if (child.tagName === 'p:grpSp') return shapesOf(child);
    // One thing drawn in several ways for several programs.
    if (child.tagName === 'mc:AlternateContent') return shapesOf(child.children[0]);
    return child.tagName === 'p:sp' || child.tagName === 'p:graphicFrame' ? [child] : [];
  });
}

/** The placeholder's type; undefined for a shape that fills none. */
function placeholder(shape: Element): string | undefined {
  const found = findNamed(shape, 'p:ph');
  return found && (found.getAttribute('type') ?? 'body');
}

function readShape(shape: Element, page: number): Piece[] {
  const table = findNamed(shape, 'a:tbl');
  if (table) return tableElements(readRows(table), page);
  const type = placeholder(shape) ?? '';
  if (runningTypes.has(type)) return [];
  if (!titleTypes.has(type)) return readText(shape, page);
  const text = cleanLine(paragraphs(shape).map(paragraphText).join(' '));
  return text === '' ? [] : [{ kind: 'title', text, page, level: type === 'ctrTitle' ? 1 : 2 }];
}

/** A run of paragraphs with bullets or numbers is one list. */
function readText(shape: Element, page: number): Piece[] {
  const pieces: Piece[] = [];
  for (const paragraph of paragraphs(shape)) {
    const text = cleanLine(paragraphText(paragraph));
    const mark = bullet(paragraph);
    const last = pieces.at(-1);
    if (text === '') continue;
    if (mark === '') pieces.push({ kind: 'text', text, page });
    else if (last?.kind === 'list') last.text += `\n${mark}${text}`;
    else pieces.push({ kind: 'list', text: mark + text, page });
  }
  return pieces;
}

/** Indented by its level; empty for running text. */
function bullet(paragraph: Element): string {
  const [properties] = childrenNamed(paragraph, 'a:pPr');
  const isListed = properties && findNamed(properties, 'a:buNone') === undefined;
  const level = Number(properties?.getAttribute('lvl') ?? 0);
  const hasMark = findNamed(properties, 'a:buChar') ?? findNamed(properties, 'a:buAutoNum');
  return isListed && (hasMark || level > 0) ? `${'  '.repeat(Math.min(level, 8))}- ` : '';
}

const paragraphs = (shape: Element) => allNamed(shape, 'a:p');

/** Runs and fields of a paragraph; a line break is a space. */
function paragraphText(paragraph: Element): string {
  const pieces = [...paragraph.children].map((child) =>
    child.tagName === 'a:br'
      ? ' '
      : allNamed(child, 'a:t')
          .map((text) => text.textContent)
          .join(''),
  );
  return pieces.join('');
}

/** Cells by row. One merged over rows stands in each of them, one over columns in the first. */
function readRows(table: Element): string[][] {
  const rows: string[][] = [];
  for (const row of childrenNamed(table, 'a:tr')) {
    const above = rows.at(-1) ?? [];
    rows.push(
      childrenNamed(row, 'a:tc').map((cell, column) => {
        if (cell.getAttribute('hMerge') === '1') return '';
        if (cell.getAttribute('vMerge') === '1') return above[column] ?? '';
        return cleanLine(paragraphs(cell).map(paragraphText).join(' '));
      }),
    );
  }
  return rows;
}
