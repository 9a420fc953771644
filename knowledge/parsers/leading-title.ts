import type { Element } from './parsed-document';

/** A title of the first rank near the beginning names the document. */
export function leadingTitle(elements: Element[]): string | undefined {
  return elements.slice(0, 5).find(({ kind, level }) => kind === 'title' && level === 1)?.text;
}
