import { cleanLine } from './clean-text';
import type { Element as Piece } from './parsed-document';
import type { Parser } from './parser';
import { diagramElements, slideElements, slideNotes } from './slide-elements';
import { allNamed, parseXml } from './xml';
import { openZip, type ZipParts } from './zip-parts';

const presentation = 'ppt/presentation.xml';

/** Reads a presentation: each slide is a page, its notes after it. Hidden slides are left out. */
export const parsePptx: Parser = async (file, { onPage }) => {
  const parts = openZip(file);
  const targets = relationships(parts, presentation);
  const slides = allNamed(parseXml(parts.text(presentation)), 'p:sldId').flatMap((slide) => {
    const target = targets.find(({ id }) => id === slide.getAttribute('r:id'));
    return target ? [target.part] : [];
  });
  const elements = slides.flatMap((part, index) => {
    onPage(index + 1, slides.length);
    return readSlide(parts, part, index + 1);
  });
  return { title: readTitle(parts), pages: Math.max(1, slides.length), elements };
};

function readSlide(parts: ZipParts, part: string, page: number): Piece[] {
  const slide = parseXml(parts.text(part));
  if (!slide || slide.getAttribute('show') === '0') return [];
  const targets = relationships(parts, part);
  const rootsOf = (kind: string) =>
    targets
      .filter(({ type }) => type.endsWith(kind))
      .map((target) => parseXml(parts.text(target.part)));
  return [
    ...slideElements(slide, page),
    ...rootsOf('/diagramData').flatMap((diagram) => diagramElements(diagram, page)),
    ...rootsOf('/notesSlide').flatMap((notes) => slideNotes(notes, page)),
  ];
}

/** The parts that a part points at; targets are relative to its folder. */
function relationships(
  parts: ZipParts,
  part: string,
): { id: string; type: string; part: string }[] {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]+)$/.exec(part) ?? [];
  const list = parseXml(parts.text(`${folder}_rels/${name}.rels`));
  return allNamed(list, 'Relationship').map((relationship) => {
    const target = relationship.getAttribute('Target') ?? '';
    return {
      id: relationship.getAttribute('Id') ?? '',
      type: relationship.getAttribute('Type') ?? '',
      part: new URL(target, `part:/${folder}`).pathname.slice(1),
    };
  });
}

function readTitle(parts: ZipParts): string | undefined {
  const [title] = allNamed(parseXml(parts.text('docProps/core.xml')), 'dc:title');
  const text = cleanLine(title?.textContent ?? '');
  return /^(powerpoint presentation|presentation\d*|powerpoint 演示文稿)?$/i.test(text)
    ? undefined
    : text;
}
