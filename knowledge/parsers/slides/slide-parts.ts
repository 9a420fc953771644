import { type PartLink, partLinks } from '../part-links';
import { parseXml } from '../xml';
import type { ZipParts } from '../zip-parts';
import { slideColours } from './slide-colours';
import { type SlideLook, slideLook } from './slide-look';

/** A slide with the parts it points at. */
export interface SlideParts {
  slide: Element | null;
  /** The roots of the parts of a kind, such as `/notesSlide`. */
  linked: (kind: string) => (Element | null)[];
  look: (slide: Element) => SlideLook;
}

/**
 * Opens the slides of a presentation. Layouts and masters, which many slides share, are read once.
 * @param size of all slides, in the units of the file
 */
export function slideOpener(
  parts: ZipParts,
  size: { width: number; height: number },
): (part: string) => SlideParts {
  const shared = new Map<string, { root: Element | null; links: PartLink[] }>();
  const openShared = (link: PartLink | undefined) => {
    if (!link) return { root: null, links: [] };
    const known = shared.get(link.part);
    if (known) return known;
    const opened = { root: parseXml(parts.text(link.part)), links: partLinks(parts, link.part) };
    shared.set(link.part, opened);
    return opened;
  };
  const ofKind = (links: PartLink[], kind: string) =>
    links.filter(({ type }) => type.endsWith(kind));
  return (part) => {
    const links = partLinks(parts, part);
    const look = (slide: Element) => {
      const layout = openShared(ofKind(links, '/slideLayout')[0]);
      const master = openShared(ofKind(layout.links, '/slideMaster')[0]);
      const theme = openShared(ofKind(master.links, '/theme')[0]);
      const colours = slideColours(master.root, theme.root);
      return slideLook({ layers: [slide, layout.root, master.root], colours, size });
    };
    const linked = (kind: string) =>
      ofKind(links, kind).map((link) => parseXml(parts.text(link.part)));
    return { slide: parseXml(parts.text(part)), linked, look };
  };
}
