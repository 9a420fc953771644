import { type Declarations, readDeclarations, readRules } from './style-rules';

/** What the styles of a page say of one element, by property. */
export type ElementStyle = ReadonlyMap<string, string>;

/** Properties that can hide text. */
const followed = new Set(
  'display visibility opacity color background background-color background-image font-size text-indent position left top clip clip-path width height max-height overflow content-visibility'.split(
    ' ',
  ),
);

/** Rules that hold only while somebody points at something, or make boxes of their own. */
const momentary = /::|:(?!root|not|first|last|nth|only|is|where|empty)/;

/** Longer selectors are no selectors. */
const longestSelector = 300;
/** Elements that selectors are tried on in all; people's pages need a tenth. */
const mostTries = 10_000_000;
/** What setting a style costs beside a try. */
const matchCost = 5;

interface Weighed {
  value: string;
  weight: number;
}

/**
 * Finds what the rules of style sheets and the `style` attributes say of each element, the more
 * special rule before the others.
 */
export function readStyles(document: Document, css: string): (element: Element) => ElementStyle {
  const styles = new Map<Element, Map<string, Weighed>>();
  const { names, count } = namesIn(document);
  const rules = readRules(css).filter(({ declarations }) =>
    [...declarations.keys()].some((name) => followed.has(name)),
  );
  let left = mostTries;
  for (const { selector, declarations } of rules) {
    for (const part of selector.split(',').map((text) => text.trim())) {
      if (!mayMatch(part, names) || left <= 0) continue;
      const weight = specificity(part);
      const matches = select(document, part);
      left -= count + matches.length * matchCost;
      for (const element of matches) add(styles, element, declarations, weight);
    }
  }
  return (element) => {
    const inline = element.getAttribute('style');
    if (inline) add(styles, element, readDeclarations(inline), 1e6);
    const found = styles.get(element);
    return new Map([...(found ?? [])].map(([name, { value }]) => [name, value]));
  };
}

/** Classes and ids as selectors name them, and the number of elements. */
function namesIn(document: Document): { names: Set<string>; count: number } {
  const names = new Set<string>();
  const elements = document.querySelectorAll('*');
  for (const element of elements) {
    if (element.id) names.add(`#${element.id}`);
    for (const name of (element.getAttribute('class') ?? '').split(/\s+/)) names.add(`.${name}`);
  }
  return { names, count: elements.length };
}

/** Most rules of large style sheets are for other pages. */
function mayMatch(selector: string, names: Set<string>): boolean {
  if (selector.length > longestSelector || momentary.test(selector)) return false;
  const needed = selector.replace(/:[\w-]+\([^()]*\)|\[[^\]]*\]/g, '').match(/[.#][\w-]+/g) ?? [];
  return needed.every((name) => names.has(name));
}

function add(
  styles: Map<Element, Map<string, Weighed>>,
  element: Element,
  declarations: Declarations,
  weight: number,
): void {
  const style = styles.get(element) ?? new Map<string, Weighed>();
  styles.set(element, style);
  for (const [name, { value, isImportant }] of declarations) {
    if (!followed.has(name)) continue;
    const total = weight + (isImportant ? 1e7 : 0);
    if (total >= (style.get(name)?.weight ?? 0)) style.set(name, { value, weight: total });
  }
}

function specificity(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[:]/g) * 100 + count(/(^|[\s>+~])[a-z]/gi);
}

function select(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    // Style sheets may hold selectors that only browsers know; those rules are not applied.
    return [];
  }
}
