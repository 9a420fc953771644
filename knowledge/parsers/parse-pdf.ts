import { getDocumentProxy } from 'unpdf';
import { cleanLine } from './clean-text';
import { DocumentError } from './document-error';
import { limits } from './limits';
import type { Parser } from './parser';
import { pdfElements } from './pdf-elements';
import { type Line, pageLines } from './pdf-lines';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads the text that a PDF holds, page by page. Pages that are pictures give none. */
export const parsePdf: Parser = async (file, { onPage }) => {
  const pdf = await open(file);
  try {
    if (pdf.numPages > limits.pages) throw new DocumentError('too_many_pages');
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage(pdf, number));
      onPage(number, pdf.numPages);
    }
    return { title: await readTitle(pdf), pages: pdf.numPages, elements: pdfElements(pages) };
  } finally {
    await pdf.loadingTask.destroy();
  }
};

async function open(file: Uint8Array): Promise<Pdf> {
  try {
    // pdf.js takes the buffer away from its owner, so it gets a copy; nothing is fetched.
    return await getDocumentProxy(new Uint8Array(file), {
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    });
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new DocumentError(isLocked ? 'password_protected' : 'damaged', { cause });
  }
}

async function readPage(pdf: Pdf, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return pageLines(
    items.filter((item) => 'str' in item),
    number,
  );
}

/** The title in the file's properties, unless it is only the name of a file. */
async function readTitle(pdf: Pdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? cleanLine(info.Title) : '';
  return title === '' || /\.\w{2,4}$|^\W*(untitled|anonymous|microsoft word)/i.test(title)
    ? undefined
    : title;
}
