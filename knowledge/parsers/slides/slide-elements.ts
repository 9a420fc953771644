import { cleanLine } from '../clean-text';
import { hiddenText, hide, isVisible } from '../hidden-text';
import type { HiddenReason, Element as Piece } from '../parsed-document';
import { tableElements } from '../table-element';
import { allNamed, childrenNamed, findNamed } from '../xml';
import type { SlideLook } from './slide-look';

const titleTypes = new Set(['title', 'ctrTitle']);
/** Placeholders that repeat on every slide, and on a page of notes the picture of its slide. */
const runningTypes = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg']);

/** Where text is read, and what of it is seen. */
interface Reading {
  page: number;
  look: SlideLook;
}

/**
 * What a slide shows: its title first, then its shapes and tables in the order of the file, what
 * its viewers do not see last.
 */
export function slideElements(slide: Element, page: number, look: SlideLook): Piece[] {
  const all = shapesOf(findNamed(slide, 'p:spTree')).flatMap((shape) =>
    readShape(shape, { page, look }),
  );
  const pieces = all.filter(isVisible);
  const hidden = all.filter((piece) => !isVisible(piece));
  const titles = pieces.filter(({ kind }) => kind === 'title');
  const [first, ...others] = pieces;
  // Programs that know no placeholders write the title as the first line.
  if (titles.length === 0 && first && others.length > 0 && isLikeTitle(first)) {
    return [{ ...first, kind: 'title', level: 2 }, ...others, ...hidden];
  }
  return [...titles, ...pieces.filter(({ kind }) => kind !== 'title'), ...hidden];
}

function isLikeTitle({ kind, text }: Piece): boolean {
  return kind === 'text' && text.length <= 60 && !/[.!?:;,。！？：；，]$/.test(text);
}

/** What the speaker wrote below a slide. */
export function slideNotes(notes: Element | null, page: number): Piece[] {
  const look: SlideLook = { reasonOfShape: () => undefined, reasonOfRun: () => undefined };
  return shapesOf(findNamed(notes, 'p:spTree'))
    .filter((shape) => !runningTypes.has(placeholder(shape) ?? ''))
    .flatMap((shape) => readText(shape, { page, look }));
}

/** What people wrote about a slide, each remark on its own. */
export function slideComments(comments: Element | null, page: number): Piece[] {
  return [...allNamed(comments, 'p:text'), ...allNamed(comments, 'p188:txBody')].flatMap((remark) =>
    hiddenText(cleanLine(remark.textContent ?? ''), 'comment', page),
  );
}

/** The labels of a drawn diagram (SmartArt), whose text is not on the slide itself, as a list. */
export function diagramElements(diagram: Element | null, page: number | null): Piece[] {
  const labels = allNamed(diagram, 'dgm:pt')
    .map((point) =>
      cleanLine(
        paragraphs(point)
          .map((one) => paragraphText(one))
          .join(' '),
      ),
    )
    .filter(Boolean);
  const text = labels.map((label) => `- ${label}`).join('\n');
  return text === '' ? [] : [{ kind: 'list', text, page }];
}

/** Shapes and frames, those in groups as well. */
function shapesOf(tree: Element | undefined): Element[] {
  return [...(tree?.children ?? [])].flatMap((child): Element[] => {
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

function readShape(shape: Element, reading: Reading): Piece[] {
  const reason = reading.look.reasonOfShape(shape);
  const pieces = readContent(shape, reading);
  return reason ? hide(pieces, reason) : pieces;
}

function readContent(shape: Element, reading: Reading): Piece[] {
  const { page } = reading;
  const table = findNamed(shape, 'a:tbl');
  if (table) {
    const { isSeen, pieces } = collectHidden(shape, reading);
    return [...tableElements(readRows(table, isSeen), page), ...pieces()];
  }
  const type = placeholder(shape) ?? '';
  if (runningTypes.has(type)) return [];
  const pieces = readText(shape, reading);
  return titleTypes.has(type) ? asTitle(pieces, page, type === 'ctrTitle' ? 1 : 2) : pieces;
}

function asTitle(pieces: Piece[], page: number, level: number): Piece[] {
  const seen = pieces.filter(isVisible).map(({ text }) => text.replaceAll('\n', ' '));
  const hidden = pieces.filter((piece) => !isVisible(piece));
  const text = cleanLine(seen.join(' '));
  return text === '' ? hidden : [{ kind: 'title', text, page, level }, ...hidden];
}

/** Gathers the runs of a shape that are not seen, to be told after it. */
function collectHidden(shape: Element, { page, look }: Reading) {
  const hidden = new Map<HiddenReason, string>();
  const isSeen = (run: Element) => {
    const reason = look.reasonOfRun(run, shape);
    if (reason) hidden.set(reason, `${hidden.get(reason) ?? ''} ${run.textContent ?? ''}`);
    return reason === undefined;
  };
  const pieces = () =>
    [...hidden].flatMap(([reason, text]) => hiddenText(cleanLine(text), reason, page));
  return { isSeen, pieces };
}

/** A run of paragraphs with bullets or numbers is one list. */
function readText(shape: Element, reading: Reading): Piece[] {
  const { page } = reading;
  const pieces: Piece[] = [];
  const hidden = collectHidden(shape, reading);
  for (const paragraph of paragraphs(shape)) {
    const text = cleanLine(paragraphText(paragraph, hidden.isSeen));
    const mark = bullet(paragraph);
    const last = pieces.at(-1);
    if (text === '') continue;
    if (mark === '') pieces.push({ kind: 'text', text, page });
    else if (last?.kind === 'list') last.text += `\n${mark}${text}`;
    else pieces.push({ kind: 'list', text: mark + text, page });
  }
  return [...pieces, ...hidden.pieces()];
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
function paragraphText(paragraph: Element, isSeen: (run: Element) => boolean = () => true): string {
  const pieces = [...paragraph.children].map((given) => {
    const child = given.tagName === 'mc:AlternateContent' ? given.children[0] : given;
    if (!child) return '';
    if (child.tagName === 'a:br') return ' ';
    const texts = [...allNamed(child, 'a:t'), ...allNamed(child, 'm:t')];
    return texts.length > 0 && isSeen(child) ? texts.map((text) => text.textContent).join('') : '';
  });
  return pieces.join('');
}

/** Cells by row. One merged over rows stands in each of them, one over columns in the first. */
function readRows(table: Element, isSeen: (run: Element) => boolean): string[][] {
  const rows: string[][] = [];
  for (const row of childrenNamed(table, 'a:tr')) {
    const above = rows.at(-1) ?? [];
    rows.push(
      childrenNamed(row, 'a:tc').map((cell, column) => {
        if (cell.getAttribute('hMerge') === '1') return '';
        if (cell.getAttribute('vMerge') === '1') return above[column] ?? '';
        return cleanLine(
          paragraphs(cell)
            .map((one) => paragraphText(one, isSeen))
            .join(' '),
        );
      }),
    );
  }
  return rows;
}
