import { type Colour, isSameColour, opaque, readColour } from '../colours';
import type { HiddenReason } from '../parsed-document';
import { allNamed, childrenNamed } from '../xml';
import { type DocxStyles, type LetterLook, readFill, readLook, settingOf } from './docx-styles';

/** What is around a run: where it stands, and why all of it is hidden. */
interface Around {
  look: LetterLook;
  fill: Colour | 'unknown';
  reason: HiddenReason | undefined;
}

/** Letters of this many half points or fewer are not there to be read. */
const tinySize = 2;

/** Text boxes and drawings stand on whatever is drawn behind them. */
const drawn = new Set(['w:txbxContent', 'w:drawing', 'w:pict']);

/** The style that marks text as hidden for a reason; the conversion to HTML knows it. */
export const hiddenStyle = (reason: HiddenReason) => `hidden-${reason}`;

/**
 * Gives the runs of a Word document that its readers do not see a style that says so, deleted ones
 * among them, which become runs like others.
 * @param root of the document, or of its notes
 */
export function markHiddenRuns(root: Element, styles: DocxStyles): void {
  const [background] = childrenNamed(root, 'w:background');
  const fill = opaque(readColour(background?.getAttribute('w:color') ?? 'white')) ?? 'unknown';
  new RunMarker(styles).walk(root, { look: styles.ofAll, fill, reason: undefined });
}

class RunMarker {
  private readonly styles: DocxStyles;

  constructor(styles: DocxStyles) {
    this.styles = styles;
  }

  walk(parent: Element, around: Around): void {
    for (const child of [...parent.children]) this.visit(child, around);
  }

  private visit(element: Element, around: Around): void {
    const name = element.tagName;
    if (name === 'w:r') this.visitRun(element, around);
    else if (name === 'w:p') this.walk(element, this.inParagraph(element, around));
    else if (name === 'w:tbl') this.walk(element, this.inTable(element, around));
    else if (name === 'w:tr') this.walk(element, inRow(element, around));
    else if (name === 'w:tc') this.walk(element, inCell(element, around));
    else if (name === 'w:del' || name === 'w:moveFrom') this.visitDeleted(element, around);
    else if (!name.endsWith('Pr')) {
      this.walk(element, drawn.has(name) ? { ...around, fill: 'unknown' } : around);
    }
  }

  private visitRun(run: Element, around: Around): void {
    const [properties] = childrenNamed(run, 'w:rPr');
    const ofStyle = this.styles.of(settingOf(properties, 'w:rStyle'));
    const look = { ...around.look, ...ofStyle, ...readLook(properties) };
    const reason = around.reason ?? reasonOf(look, look.fill ?? around.fill);
    if (reason) markRun(run, properties, reason);
    this.walk(run, around);
  }

  /** Deleted text stands in elements of its own kind. */
  private visitDeleted(deleted: Element, around: Around): void {
    for (const text of allNamed(deleted, 'w:delText')) {
      const plain = text.ownerDocument.createElement('w:t');
      plain.textContent = text.textContent;
      text.replaceWith(plain);
    }
    this.walk(deleted, { ...around, reason: around.reason ?? 'deleted' });
    deleted.replaceWith(...deleted.childNodes);
  }

  private inParagraph(paragraph: Element, around: Around): Around {
    const [properties] = childrenNamed(paragraph, 'w:pPr');
    const style = settingOf(properties, 'w:pStyle') ?? this.styles.defaultParagraph;
    const look = { ...this.styles.ofAll, ...this.styles.of(style) };
    const fill = readFill(properties) ?? look.fill ?? around.fill;
    return { ...around, look: { ...look, fill: undefined }, fill };
  }

  private inTable(table: Element, around: Around): Around {
    const [properties] = childrenNamed(table, 'w:tblPr');
    const isColoured = this.styles.isColoured(settingOf(properties, 'w:tblStyle'));
    return isColoured ? { ...around, fill: 'unknown' } : around;
  }
}

function inRow(row: Element, around: Around): Around {
  const [properties] = childrenNamed(row, 'w:trPr');
  const [isHidden] = childrenNamed(properties, 'w:hidden');
  const [isDeleted] = childrenNamed(properties, 'w:del');
  // What converts the document leaves deleted rows out.
  isDeleted?.remove();
  const reason = isHidden ? 'hidden-cells' : isDeleted ? 'deleted' : undefined;
  return { ...around, reason: around.reason ?? reason };
}

function inCell(cell: Element, around: Around): Around {
  const fill = readFill(childrenNamed(cell, 'w:tcPr')[0]);
  return fill ? { ...around, fill } : around;
}

function reasonOf(
  { isVanished, colour, size }: LetterLook,
  fill: Colour | 'unknown',
): HiddenReason | undefined {
  if (isVanished) return 'hidden-text';
  if (size !== undefined && size <= tinySize) return 'tiny';
  const isKnown = colour !== undefined && colour !== 'auto' && fill !== 'unknown';
  return isKnown && isSameColour(colour, fill) ? 'background-colour' : undefined;
}

/** All that the run said about itself makes room for the mark. */
function markRun(run: Element, properties: Element | undefined, reason: HiddenReason): void {
  properties?.remove();
  const marked = run.ownerDocument.createElement('w:rPr');
  const style = run.ownerDocument.createElement('w:rStyle');
  style.setAttribute('w:val', hiddenStyle(reason));
  marked.append(style);
  run.prepend(marked);
}
