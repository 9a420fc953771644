import sharp, { type Sharp } from 'sharp';
import { DocumentError } from '../document-error';
import { limits } from '../limits';

/** A picture in shades of grey: one byte for each pixel, row by row, 0 is black. */
export interface GreyPicture {
  pixels: Uint8Array;
  width: number;
  height: number;
}

const white = { r: 255, g: 255, b: 255 };

/** Pictures come from strangers: no decoder is open to them but those of the formats we read. */
function openDecoders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Png', 'Jpeg', 'Tiff', 'Webp'].map((format) => `VipsForeignLoad${format}`),
  });
  // What was decoded once is not asked for again, and the memory counts against the process.
  sharp.cache(false);
  sharp.concurrency(1);
}

/**
 * Opens a picture file without decoding it yet.
 * @param page which of several pictures in the file, from 0
 */
export function openPicture(file: Uint8Array, page = 0): Sharp {
  openDecoders();
  return sharp(file, { page, limitInputPixels: limits.picturePixels, failOn: 'error' });
}

/**
 * How many pictures a file shows one after the other: the pages of a TIFF file. What moves shows one.
 * @throws DocumentError `too_large_unpacked` or `damaged`
 */
export async function countPictures(file: Uint8Array): Promise<number> {
  try {
    const { format, pages = 1 } = await openPicture(file).metadata();
    return format === 'tiff' ? pages : 1;
  } catch (cause) {
    throw pictureError(cause);
  }
}

/**
 * What is wrong with a picture file that sharp refused.
 * @param cause the error that it threw
 */
export function pictureError(cause: unknown): DocumentError {
  const isLarge = cause instanceof Error && /pixel limit/i.test(cause.message);
  return new DocumentError(isLarge ? 'too_large_unpacked' : 'damaged', { cause });
}

/**
 * A picture as it is meant to be seen (turned as its camera was, on white where it is transparent)
 * in shades of grey, reduced to at most so many pixels.
 * @param options `index`: which of several pictures in the file, from 0
 * @throws DocumentError `too_large_unpacked` or `damaged`
 */
export async function loadGrey(
  file: Uint8Array,
  { index = 0, maxPixels }: { index?: number; maxPixels: number },
): Promise<GreyPicture> {
  try {
    const { width, height } = await openPicture(file, index).metadata();
    const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)));
    const picture = openPicture(file, index).autoOrient().flatten({ background: white });
    return await render(
      scale < 1
        ? picture.resize({
            width: Math.round(width * scale),
            height: Math.round(height * scale),
            fit: 'inside',
          })
        : picture,
    );
  } catch (cause) {
    throw pictureError(cause);
  }
}

/** Makes a picture larger or smaller. */
export function resizeGrey(picture: GreyPicture, scale: number): Promise<GreyPicture> {
  return render(
    fromGrey(picture).resize({ width: Math.round(picture.width * scale), kernel: 'cubic' }),
  );
}

/** Turns a picture clockwise by any angle in degrees; what was no part of it becomes white. */
export function turnGrey(picture: GreyPicture, degrees: number): Promise<GreyPicture> {
  return render(fromGrey(picture).rotate(degrees, { background: white }));
}

/** As a file, for readers that want one: in the simplest format there is, for it is only passed on. */
export function toPgm({ pixels, width, height }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}

function fromGrey({ pixels, width, height }: GreyPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

async function render(picture: Sharp): Promise<GreyPicture> {
  const { data, info } = await picture
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}
