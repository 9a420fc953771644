import { chartElements } from './chart-elements';
import { cleanLine } from './clean-text';
import { hide } from './hidden-text';
import type { Element as Piece } from './parsed-document';
import type { Parser } from './parser';
import { partLinks } from './part-links';
import { diagramElements, slideComments, slideElements, slideNotes } from './slides/slide-elements';
import { type SlideParts, slideOpener } from './slides/slide-parts';
import { allNamed, findNamed, parseXml } from './xml';
import { openZip, type ZipParts } from './zip-parts';

const presentation = 'ppt/presentation.xml';

/** Reads a presentation: each slide is a page, its notes after it. Hidden slides are marked. */
export const parsePptx: Parser = async (file, { onPage }) => {
  const parts = openZip(file);
  const root = parseXml(parts.text(presentation));
  const links = partLinks(parts, presentation);
  const slides = allNamed(root, 'p:sldId').flatMap((slide) => {
    const link = links.find(({ id }) => id === slide.getAttribute('r:id'));
    return link ? [link.part] : [];
  });
  const size = findNamed(root, 'p:sldSz');
  const open = slideOpener(parts, {
    width: Number(size?.getAttribute('cx') ?? 0),
    height: Number(size?.getAttribute('cy') ?? 0),
  });
  const elements = slides.flatMap((part, index) => {
    onPage(index + 1, slides.length);
    return readSlide(open(part), index + 1);
  });
  return { title: readTitle(parts), pages: Math.max(1, slides.length), elements };
};

function readSlide({ slide, linked, look }: SlideParts, page: number): Piece[] {
  if (!slide) return [];
  const elements = [
    ...slideElements(slide, page, look(slide)),
    ...linked('/diagramData').flatMap((diagram) => diagramElements(diagram, page)),
    ...linked('/chart').flatMap((chart) => chartElements(chart, page)),
    ...linked('/notesSlide').flatMap((notes) => slideNotes(notes, page)),
    ...linked('/comments').flatMap((comments) => slideComments(comments, page)),
  ];
  return slide.getAttribute('show') === '0' ? hide(elements, 'hidden-slide') : elements;
}

function readTitle(parts: ZipParts): string | undefined {
  const [title] = allNamed(parseXml(parts.text('docProps/core.xml')), 'dc:title');
  const text = cleanLine(title?.textContent ?? '');
  return /^(powerpoint presentation|presentation\d*|powerpoint 演示文稿)?$/i.test(text)
    ? undefined
    : text;
}
