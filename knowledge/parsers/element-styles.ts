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

/** Longer selectors are no selectors; more rules than this are not written by people. */
const longestSelector = 300;
const mostSelectors = 5000;

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
  let seen = 0;
  for (const { selector, declarations } of readRules(css)) {
    if (![...declarations.keys()].some((name) => followed.has(name))) continue;
    for (const part of selector.split(',').map((text) => text.trim())) {
      seen += 1;
      if (seen > mostSelectors) break;
      const weight = specificity(part);
      for (const element of select(document, part)) add(styles, element, declarations, weight);
    }
  }
  return (element) => {
    const inline = element.getAttribute('style');
    if (inline) add(styles, element, readDeclarations(inline), 1e6);
    const found = styles.get(element);
    return new Map([...(found ?? [])].map(([name, { value }]) => [name, value]));
  };
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
  if (selector.length > longestSelector || momentary.test(selector)) return [];
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    // Style sheets may hold selectors that only browsers know; those rules are not applied.
    return [];
  }
}
