import { DocumentError } from '../document-error';
import type { Element } from '../parsed-document';
import { pdfElements } from '../pdf/pdf-elements';
import { layOut } from '../pdf/pdf-page-lines';
import { eraseRules } from './erase-rules';
import { eraseSolids } from './erase-solids';
import { evenLight } from './even-light';
import { type GreyPicture, loadGrey, resizeGrey, toPgm, turnGrey } from './grey-picture';
import { invertDark } from './invert-dark';
import { isDrawn } from './is-drawn';
import { picturePieces } from './picture-pieces';
import { type PictureChange, placeAsSeen } from './picture-place';
import { type PrintLook, printLook } from './print-look';
import { readAll } from './read-all';
import { findLines } from './tesseract-worker';

/** The most pixels that are looked at: more cost time and memory and tell nothing more. */
const maxPixels = 12_000_000;
/** Height of print, in pixels, that is read best, and the heights that are as good. */
const bestHeight = 32;
const goodHeights = { least: 28, most: 44 };
const maxEnlargement = 4;
/** Small print may be found only when it is enlarged so many times. */
const secondLook = 2;
/** Tilts below this, in degrees, do no harm. */
const leastSkew = 0.15;
/** Print read less surely than this, of 100, may stand on its head. */
const doubtful = 75;

/** What a picture says. */
export interface PictureText {
  elements: Element[];
  /** How sure the reading is, from 0 to 100; 0 for a picture without text. */
  confidence: number;
}

const nothing: PictureText = { elements: [], confidence: 0 };

/**
 * Reads the text of a picture, English and Chinese: paragraphs and tables in the order of reading,
 * with the places of their lines. Pages that were scanned tilted, on their side or upside down are
 * read as well. A picture without text has no elements.
 * @param picture a PNG, JPEG, WebP or TIFF file
 * @param options `page`: the number that its elements get; `index`: which of several pictures in
 * the file, from 0
 * @throws DocumentError `damaged` or `too_large_unpacked` for the picture, `internal` when the
 * reader of print fails
 */
export async function readPicture(
  picture: Uint8Array,
  { page, index = 0 }: { page: number | null; index?: number },
): Promise<PictureText> {
  const loaded = await loadGrey(picture, { index, maxPixels });
  const isTaken = !isDrawn(loaded);
  const seen = isTaken ? evenLight(loaded) : invertDark(loaded);
  try {
    const look = await findPrint(seen);
    if (!look) return nothing;
    if (isTaken) eraseSolids(seen, look.height);
    return await readBestTurned(seen, look, page);
  } catch (cause) {
    throw new DocumentError('internal', { cause });
  }
}

async function findPrint(picture: GreyPicture): Promise<PrintLook | null> {
  const look = printLook(await findLines(toPgm(picture)));
  if (look || picture.width * picture.height * secondLook ** 2 > maxPixels) return look;
  const larger = await resizeGrey(picture, secondLook);
  const second = printLook(await findLines(toPgm(larger)));
  return second && { ...second, height: second.height / secondLook };
}

/** Which way is up is known only by how well the print can be read. */
async function readBestTurned(
  seen: GreyPicture,
  look: PrintLook,
  page: number | null,
): Promise<PictureText> {
  const [turn, other] = look.isOnSide ? [270, 90] : [0, 180];
  const first = await readTurned(seen, look, { turn, page });
  if (first.confidence >= doubtful) return first;
  const second = await readTurned(seen, look, { turn: other, page });
  return second.confidence > first.confidence ? second : first;
}

async function readTurned(
  seen: GreyPicture,
  look: PrintLook,
  { turn, page }: { turn: number; page: number | null },
): Promise<PictureText> {
  const skew = Math.abs(look.skew) > leastSkew ? look.skew : 0;
  const scale = bestScale(seen, look.height);
  const larger = scale === 1 ? seen : await resizeGrey(seen, scale);
  const read = await turnGrey(larger, turn - skew);
  const height = look.height * scale;
  eraseRules(read, height);
  const lines = await readAll(read);
  const { pieces, confidence, unit } = picturePieces(lines, height, read.height);
  const sheet = { number: page ?? 1, width: read.width * unit, height: read.height * unit };
  const laidOut = layOut(pieces, { ...sheet, pieces, pictures: [], rules: [], hasDrawings: false });
  const elements = pdfElements([{ ...sheet, lines: laidOut, read: [], hidden: [] }]);
  const change: PictureChange = { seen, read, scale, turn: turn - skew };
  return {
    elements: placeAsSeen(
      elements.map((element) => asImage(element, page)),
      change,
    ),
    confidence,
  };
}

function bestScale({ width, height }: GreyPicture, print: number): number {
  if (print >= goodHeights.least && print <= goodHeights.most) return 1;
  const most = Math.sqrt(maxPixels / (width * height));
  return Math.min(bestHeight / print, maxEnlargement, most);
}

/** How large letters are in a picture says too little to tell titles by. */
function asImage({ level: _, ...element }: Element, page: number | null): Element {
  return { ...element, page, kind: element.kind === 'table' ? 'table' : 'image' };
}
