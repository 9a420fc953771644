import { DOMParser } from 'linkedom';

/**
 * The root element of an XML text. Only the five entities of XML and character references are
 * resolved: what a document type declares is not, so nothing grows and nothing is fetched.
 * Elements are known by their names with the prefix that every writer of the format uses.
 */
export function parseXml(text: string): Element | null {
  return new DOMParser().parseFromString(text, 'text/xml')
    .documentElement as unknown as Element | null;
}

/** The elements of this name right inside another. */
export function childrenNamed(parent: Element | null | undefined, name: string): Element[] {
  return [...(parent?.children ?? [])].filter((child) => child.tagName === name);
}

/** The first element of this name anywhere inside another. */
export function findNamed(parent: Element | null | undefined, name: string): Element | undefined {
  return parent?.getElementsByTagName(name)[0];
}

/** The text of all elements of this name anywhere inside another, joined. */
export function textNamed(parent: Element | null | undefined, name: string): string {
  return allNamed(parent, name)
    .map((element) => element.textContent)
    .join('');
}

/** All elements of this name anywhere inside another, in reading order. */
export function allNamed(parent: Element | null | undefined, name: string): Element[] {
  return [...(parent?.getElementsByTagName(name) ?? [])];
}
