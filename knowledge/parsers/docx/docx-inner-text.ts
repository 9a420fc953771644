import { allNamed, childrenNamed, findNamed, textNamed } from '../xml';

/**
 * Puts text that the conversion of Word documents does not look for where it does: text boxes after
 * their paragraph, results of fields, formulas, and readings of characters in place.
 */
export function spreadInnerText(root: Element): void {
  for (const choice of allNamed(root, 'mc:AlternateContent')) chooseContent(choice);
  for (const box of allNamed(root, 'w:txbxContent')) moveBox(box);
  for (const field of allNamed(root, 'w:fldSimple')) field.replaceWith(...field.childNodes);
  for (const ruby of allNamed(root, 'w:ruby')) spreadRuby(ruby);
  for (const formula of allNamed(root, 'm:oMath')) spreadFormula(formula);
  for (const end of allNamed(root, 'w:cr')) end.replaceWith(make(end, 'w:br'));
}

/** One thing in several ways for several programs: the first that has text. */
function chooseContent(choice: Element): void {
  const ways = [...choice.children];
  const best = ways.find((way) => allNamed(way, 'w:t').length > 0) ?? ways.at(-1);
  choice.replaceWith(...(best?.childNodes ?? []));
}

function moveBox(box: Element): void {
  let holder: Element | null = box;
  while (holder && holder.tagName !== 'w:p') holder = holder.parentElement;
  // Paragraphs of several boxes come in the order of the boxes.
  const moved = box.childNodes;
  if (holder) placeAfter(holder, [...moved]);
  box.remove();
}

const lastMoved = new WeakMap<Element, ChildNode>();

function placeAfter(paragraph: Element, nodes: ChildNode[]): void {
  (lastMoved.get(paragraph) ?? paragraph).after(...nodes);
  const last = nodes.at(-1);
  if (last) lastMoved.set(paragraph, last);
}

function spreadRuby(ruby: Element): void {
  const text = (name: string) => textNamed(findNamed(ruby, name), 'w:t');
  ruby.replaceWith(makeText(ruby, `${text('w:rubyBase')}(${text('w:rt')})`));
}

function spreadFormula(formula: Element): void {
  const run = make(formula, 'w:r');
  run.append(makeText(formula, ` ${formulaText(formula)} `));
  formula.replaceWith(run);
}

/** A formula on one line, with its fractions, powers and indices. */
function formulaText(element: Element): string {
  const part = (name: string) => childrenNamed(element, name).map(formulaText).join(', ');
  if (element.tagName === 'm:t') return element.textContent ?? '';
  if (element.tagName === 'm:f') return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
  if (element.tagName === 'm:sSup') return `${part('m:e')}^${grouped(part('m:sup'))}`;
  if (element.tagName === 'm:sSub') return `${part('m:e')}_${grouped(part('m:sub'))}`;
  if (element.tagName === 'm:rad') return `√${grouped(part('m:e'))}`;
  if (element.tagName === 'm:d') return `(${part('m:e')})`;
  return [...element.children].map(formulaText).join('');
}

const grouped = (text: string) => (/^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`);

/** An element of text for a run of the document that `near` is in. */
export function makeText(near: Element, text: string): Element {
  const made = make(near, 'w:t');
  made.setAttribute('xml:space', 'preserve');
  made.textContent = text;
  return made;
}

const make = (near: Element, name: string) => near.ownerDocument.createElement(name);
