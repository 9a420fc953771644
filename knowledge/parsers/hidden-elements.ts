import { type Look, lookOf, plainLook, reasonOfElement, reasonOfLook } from './element-look';
import { type ElementStyle, readStyles } from './element-styles';
import { type HiddenReason, hiddenReasons } from './parsed-document';

/** Elements whose content is never text of the page, hidden or not. */
const silent = [
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'nav',
  'head',
  'rp',
  'annotation',
  'annotation-xml',
  '[aria-hidden="true"]',
  '[role="navigation"]',
];

/** What was taken out of a page, by the empty element that was put in its place. */
export type HiddenParts = Map<Element, { content: Element; reason: HiddenReason }>;

/**
 * Takes out of a page what its reader does not see: scripts and navigation for good, and what is
 * hidden by attribute, by the page's own styles or by its colour as parts of their own. Text that
 * people cannot see must not answer them, nor speak to a model.
 * @param css of style sheets beside the page
 */
export function takeHidden(document: Document, css = ''): HiddenParts {
  const own = [...document.querySelectorAll('style')].map((style) => style.textContent).join('\n');
  const hasForeign = css === '' && document.querySelector('link[rel~="stylesheet"]') !== null;
  for (const element of document.querySelectorAll(silent.join(','))) element.remove();
  const finder = new HiddenFinder(document, readStyles(document, `${css}\n${own}`), hasForeign);
  finder.visit(document.documentElement, plainLook);
  return finder.parts;
}

class HiddenFinder {
  readonly parts: HiddenParts = new Map();
  private readonly document: Document;
  private readonly styleOf: (element: Element) => ElementStyle;
  private readonly hasForeign: boolean;

  constructor(
    document: Document,
    styleOf: (element: Element) => ElementStyle,
    hasForeign: boolean,
  ) {
    this.document = document;
    this.styleOf = styleOf;
    this.hasForeign = hasForeign;
  }

  /** Pages hide all of themselves until their scripts have run; nothing runs here. */
  visit(element: Element, around: Look, style = this.styleOf(element)): void {
    const look = lookOf(element, style, this.ground(element, around));
    const isWhole = /^(HTML|BODY)$/.test(element.tagName);
    if (isWhole) look.isInvisible = false;
    const reason = reasonOfLook(look);
    for (const node of [...element.childNodes]) {
      if (node.nodeType === 1) this.visitChild(node as Element, look);
      else if (node.nodeType === 3 && reason && node.textContent?.trim()) this.take(node, reason);
    }
  }

  private visitChild(child: Element, look: Look): void {
    const style = this.styleOf(child);
    const reason = child.tagName === 'BODY' ? undefined : reasonOfElement(child, style);
    if (reason) this.take(child, namedReason(child) ?? reason);
    else this.visit(child, look, style);
  }

  /** A style sheet that is not at hand may give any background to what has a class or an id. */
  private ground(element: Element, around: Look): Look {
    const isUnknown = this.hasForeign && (element.hasAttribute('class') || element.id !== '');
    return isUnknown ? { ...around, background: undefined } : around;
  }

  private take(node: ChildNode, reason: HiddenReason): void {
    const place = this.document.createElement('hidden-part');
    const content = this.document.createElement('div');
    node.replaceWith(place);
    content.append(node);
    this.parts.set(place, { content, reason });
  }
}

/** Formats that are read by way of HTML say in the attribute why a text is hidden. */
function namedReason(element: Element): HiddenReason | undefined {
  return hiddenReasons.find((reason) => reason === element.getAttribute('hidden'));
}
