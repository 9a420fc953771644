import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** A line of print, from its left end on its baseline, in pixels from the left top corner. */
export interface Print {
  text: string;
  x: number;
  y: number;
  /** Height of the letters, in pixels; 32 when absent. */
  size?: number;
  font?: PrintFont;
  colour?: string;
}

export type PrintFont = 'latin' | 'chinese';

interface Drawing {
  width: number;
  height: number;
  paper?: string;
  print: Print[];
  /** Drawn lines: from left and top to right and bottom. */
  rules?: [number, number, number, number][];
  /** Clockwise, in degrees. */
  turn?: number;
}

/** Where the package `fonts-noto-cjk` of Debian puts it, which CONTRIBUTING.md asks for. */
const chineseFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Draws print as a PNG, with fonts that are there wherever the tests run. */
export function drawPicture({
  width,
  height,
  paper = '#fff',
  print,
  rules = [],
  turn = 0,
}: Drawing) {
  registerFonts();
  const isOnSide = Math.abs(turn) === 90;
  const canvas = createCanvas(isOnSide ? height : width, isOnSide ? width : height);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  for (const { text, x, y, size = 32, font = 'latin', colour = '#111' } of print) {
    context.font = `${size}px ${font === 'latin' ? 'Print' : 'Noto Sans CJK SC'}`;
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
  context.lineWidth = 2;
  for (const [left, top, right, bottom] of rules) {
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(right, bottom);
    context.stroke();
  }
  return new Uint8Array(canvas.toBuffer('image/png'));
}

function registerFonts(): void {
  if (GlobalFonts.has('Print')) return;
  const pdfJs = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  GlobalFonts.registerFromPath(
    path.join(pdfJs, 'standard_fonts/LiberationSans-Regular.ttf'),
    'Print',
  );
  if (!existsSync(chineseFont)) throw new Error('install fonts-noto-cjk, see CONTRIBUTING.md');
  GlobalFonts.registerFromPath(chineseFont);
}
