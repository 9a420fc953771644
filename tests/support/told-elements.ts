import type { Element } from '@/knowledge/parsers/parsed-document';

/** Elements as lines to compare: kind, page if any, text; hidden ones begin with their reason. */
export function toldElements(elements: Element[]): string[] {
  return elements.map(({ kind, page, text, hidden }) => {
    const place = page === null ? kind : `${kind} ${page}`;
    return hidden ? `(${hidden}) ${place}: ${text}` : `${place}: ${text}`;
  });
}
