import { cleanLine } from '../clean-text';
import { isSameColour } from '../colours';
import type { HiddenReason } from '../parsed-document';
import type { OdfLook, OdfStyles } from './odf-styles';

/** Not text of a document, not even hidden text. */
const silent = new Set([
  'text:table-of-content',
  'text:note-citation',
  'text:ruby-text',
  'office:forms',
  'presentation:notes',
  'svg:title',
  'svg:desc',
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
]);

/** Elements whose text is there, but is not shown in the text around them. */
const unseen: Record<string, HiddenReason> = {
  'text:tracked-changes': 'deleted',
  'text:hidden-text': 'hidden-text',
  'office:annotation': 'comment',
};

/** Stand inside a paragraph, but are read after it. */
export const floating = /^(draw:(frame|text-box|custom-shape|g)|text:note)$/;

/** Letters of this many points or fewer are not there to be read. */
const tinyPoints = 1;

/** Why a text of this look is not seen. */
function reasonOfOdfLook({ reason, size, colour, ground }: OdfLook): HiddenReason | undefined {
  if (reason) return reason;
  if (size <= tinyPoints) return 'tiny';
  return colour && ground && isSameColour(colour, ground) ? 'background-colour' : undefined;
}

/** Why an element is not seen as a whole. */
export function reasonOfOdfElement(element: Element): HiddenReason | undefined {
  const isAway = element.getAttribute('text:display') === 'none';
  return isAway ? 'hidden-text' : unseen[element.tagName];
}

export const isSilent = (element: Element) => silent.has(element.tagName);

/** The text of a paragraph or cell, and what in it is not seen. */
export class OdfText {
  private text = '';
  /** Text by the reason for which it is not seen; remarks one by one. */
  readonly hidden: { reason: HiddenReason; text: string }[] = [];
  private readonly styles: OdfStyles;

  constructor(styles: OdfStyles) {
    this.styles = styles;
  }

  /** On one line. */
  get line(): string {
    return cleanLine(this.text);
  }

  read(node: Element, look: OdfLook): void {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 || child.nodeType === 4) this.add(child.textContent ?? '', look);
      else if (child.nodeType === 1) this.readElement(child as Element, look);
    }
  }

  /** What is read next does not run together with what was read. */
  endPart(): void {
    this.text += ' ';
  }

  private readElement(element: Element, around: OdfLook): void {
    const name = element.tagName;
    if (/^text:(s|tab|line-break)$/.test(name)) this.text += ' ';
    if (isSilent(element) || floating.test(name)) return;
    const reason = reasonOfOdfElement(element);
    const look = this.styles.lookOf(element.getAttribute('text:style-name'), around);
    this.read(element, reason ? { ...look, reason } : look);
    if (name === 'text:p') this.endPart();
    if (name === 'office:annotation') this.hidden.push({ reason: 'comment', text: '' });
  }

  private add(text: string, look: OdfLook): void {
    const reason = reasonOfOdfLook(look);
    const last = this.hidden.at(-1);
    if (!reason) this.text += text;
    else if (last?.reason === reason) last.text += ` ${text}`;
    else this.hidden.push({ reason, text });
  }
}
