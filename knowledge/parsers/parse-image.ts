import { DocumentError } from './document-error';
import { limits } from './limits';
import { countPictures } from './ocr/grey-picture';
import { readPicture } from './ocr/read-picture';
import type { Element } from './parsed-document';
import type { Parser } from './parser';

/** Reads the text that pictures show: of a TIFF file all of its pages, else the one there is. */
export const parseImage: Parser = async (file, { onPage }) => {
  const pages = await countPictures(file);
  if (pages > limits.pages) throw new DocumentError('too_many_pages');
  const elements: Element[] = [];
  for (let page = 1; page <= pages; page += 1) {
    elements.push(...(await readPicture(file, { page, index: page - 1 })).elements);
    onPage(page, pages);
  }
  return { pages, elements };
};
