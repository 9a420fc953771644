import { allNamed, parseXml } from './xml';
import type { ZipParts } from './zip-parts';

/** What a part of an office file points at. */
export interface PartLink {
  id: string;
  type: string;
  part: string;
}

/** The parts that a part points at; targets are relative to its folder. */
export function partLinks(parts: ZipParts, part: string): PartLink[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const list = parseXml(parts.text(`${folder}_rels/${part.slice(slash)}.rels`));
  return allNamed(list, 'Relationship')
    .filter((link) => link.getAttribute('TargetMode') !== 'External')
    .map((link) => ({
      id: link.getAttribute('Id') ?? '',
      type: link.getAttribute('Type') ?? '',
      part: targetPart(link.getAttribute('Target') ?? '', folder),
    }));
}

/** Empty for what is no path. */
function targetPart(target: string, folder: string): string {
  return URL.canParse(target, `part:/${folder}`)
    ? decodeURI(new URL(target, `part:/${folder}`).pathname.slice(1))
    : '';
}
