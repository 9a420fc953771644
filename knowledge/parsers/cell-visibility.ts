import type { Cell, Color } from 'exceljs';
import { type Colour, isSameColour, opaque, readColour, white } from './colours';
import type { HiddenReason } from './parsed-document';

/** Letters of one point or less are not there to be read. */
const tinyPoints = 1;

/** The first two colours of a theme are those of paper and ink, whatever the theme. */
const themeColours: Record<number, string> = { 0: 'white', 1: 'black' };
const indexedColours: Record<number, string> = { 0: 'black', 1: 'white', 8: 'black', 9: 'white' };

/**
 * Why a cell's text is not seen, by its format; undefined for what is.
 * @param isColoured whether something else than the cell may colour its ground
 */
export function reasonOfCell(cell: Cell, isColoured: boolean): HiddenReason | undefined {
  const { font, numFmt } = cell.master;
  if (/^;;;(@?$|;)/.test(numFmt ?? '') && !numFmt?.endsWith('@')) return 'hidden-text';
  if (font?.size !== undefined && font.size <= tinyPoints) return 'tiny';
  const colour = colourOf(font?.color);
  const ground = colour && groundOf(cell.master, isColoured);
  return colour && ground && isSameColour(colour, ground) ? 'background-colour' : undefined;
}

function groundOf({ fill }: Cell, isColoured: boolean): Colour | undefined {
  if (!fill || (fill.type === 'pattern' && fill.pattern === 'none')) {
    return isColoured ? undefined : white;
  }
  return fill.type === 'pattern' && fill.pattern === 'solid' ? colourOf(fill.fgColor) : undefined;
}

/** Undefined for the automatic colour and for those of a theme that may be any. */
function colourOf(given: Partial<Color & { indexed: number; tint: number }> | undefined) {
  const { argb, theme, indexed, tint } = given ?? {};
  if (tint) return undefined;
  const name = argb?.slice(-6) ?? themeColours[theme ?? -1] ?? indexedColours[indexed ?? -1];
  return name === undefined ? undefined : opaque(readColour(name));
}
