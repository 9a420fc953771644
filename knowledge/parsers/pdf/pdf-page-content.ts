import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdfJs } from '../load-pdf-js';
import type { Rect } from './pdf-geometry';
import type { Layers, PdfFont } from './pdf-graphics-state';
import { showTextOfScans } from './pdf-hidden-pieces';
import { PageReader } from './pdf-page-reader';
import type { Piece } from './pdf-piece';

/** Everything a page draws, in the order in which it draws it, in points of the page as shown. */
export interface PageContent {
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  /** Where pictures stand. */
  pictures: Rect[];
  /** Level and upright lines. */
  rules: Rect[];
  /** Whether it draws anything but text. */
  hasDrawings: boolean;
}

/** Reads what a page draws. Pictures need not be decoded for it. */
export async function readPageContent(page: PDFPageProxy, layers: Layers): Promise<PageContent> {
  const { OPS } = await loadPdfJs();
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const fonts = await findFonts(page, fontNames(fnArray, argsArray, OPS));
  // The viewport counts from the left top corner downwards, PDF from the left bottom one upwards.
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as number[];
  const reader = new PageReader({
    matrix: [a, -b, c, -d, e, height - f],
    area: { left: 0, bottom: 0, right: width, top: height },
    fonts,
    layers,
  });
  reader.read(fnArray, argsArray as unknown[], OPS);
  const { pictures, rules, hasDrawings } = reader;
  const pieces = showTextOfScans(reader.pieces, pictures, viewport);
  return { number: page.pageNumber, width, height, pieces, pictures, rules, hasDrawings };
}

function fontNames(
  codes: number[],
  args: unknown[],
  ops: { setFont: number; setGState: number },
): Set<string> {
  const names = new Set<string>();
  codes.forEach((code, at) => {
    if (code === ops.setFont) names.add(String((args[at] as unknown[])[0]));
    if (code !== ops.setGState) return;
    for (const [key, value] of (args[at] as [[string, unknown][]])[0]) {
      if (key === 'Font' && Array.isArray(value)) names.add(String(value[0]));
    }
  });
  return names;
}

/** What pdf.js tells of a font; a font that cannot be read tells nothing. */
interface FontFace {
  vertical?: boolean;
  bold?: boolean;
  black?: boolean;
  fontMatrix?: number[];
}

async function findFonts(page: PDFPageProxy, names: Set<string>): Promise<Map<string, PdfFont>> {
  const found = await Promise.all([...names].map((name) => findFont(page, name)));
  return new Map([...names].map((name, at) => [name, found[at] ?? defaultFont]));
}

const defaultFont: PdfFont = { isVertical: false, isBold: false, unit: 0.001 };

function findFont(page: PDFPageProxy, name: string): Promise<PdfFont> {
  const { promise, resolve } = Promise.withResolvers<FontFace | string | null>();
  page.commonObjs.get(name, resolve);
  return promise.then((face) =>
    face === null || typeof face === 'string'
      ? defaultFont
      : {
          isVertical: face.vertical === true,
          isBold: face.bold === true || face.black === true,
          unit: face.fontMatrix?.[0] ?? defaultFont.unit,
        },
  );
}
