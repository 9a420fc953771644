import { cleanCharacters, needsSpace } from '../clean-text';
import { multiply } from './pdf-geometry';
import type { GraphicsState } from './pdf-graphics-state';
import type { Piece } from './pdf-piece';

/** A glyph as pdf.js gives it; its width is in units of the font. */
export interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric: [number, number, number] | null;
}

/** A gap this wide, in font sizes, sets cells apart rather than words. */
export const cellGap = 1.2;
/** Where the file spells out a space, words of a justified line may stand this far apart. */
const spacedCellGap = 2.2;
/** A gap this wide stands for a space that the file does not spell out. */
const wordGap = 0.13;
/** Letters that are spread out stand at most this far apart, in font sizes; wider ones are set apart. */
const maxTracking = 0.6;
/** Chinese characters stand this far apart only where a space is meant. */
const hanGap = 0.3;
const hanEnd = /\p{Script=Han}$/u;
const hanStart = /^\p{Script=Han}/u;
/** Directions this close to that of usual lines, or to a quarter turn, in degrees, count as such. */
const straightWithin = 10;

/** Whether a gap, in font sizes, between two texts of one line stands for a space. */
export function isApart(left: string, right: string, gap: number): boolean {
  if (gap <= wordGap) return false;
  return needsSpace(left, right) || (gap > hanGap && hanEnd.test(left) && hanStart.test(right));
}

/** Where a run of glyphs goes: along a line of text space, in points of the page. */
interface Track {
  left: number;
  baseline: number;
  /** Points along the line for each unit of text space. */
  scale: number;
  size: number;
  angle: number;
}

/** Places the glyphs of one instruction, moves on, and gives them as pieces without wide gaps. */
export function placeGlyphs(
  state: GraphicsState,
  glyphs: (Glyph | number)[],
  mark: number | null,
): Piece[] {
  const { font, fontSize, direction, stretch } = state;
  if (!font || fontSize === 0) return [];
  const track = findTrack(state, font.isVertical);
  const draft = new PieceDraft(track, font.isBold, mark);
  let at = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at += ((font.isVertical ? 1 : -1) * glyph * fontSize) / 1000;
      continue;
    }
    const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction;
    const unit = fontSize * font.unit;
    const width = font.isVertical ? -(glyph.vmetric?.[0] ?? -1000) * unit : glyph.width * unit;
    const tracking = state.charSpacing * direction;
    draft.add(glyph.unicode, at * track.scale, (at + width) * track.scale, tracking * track.scale);
    at += width + spacing;
  }
  if (font.isVertical) state.y -= at;
  else state.x += at * stretch * direction;
  return draft.finish();
}

function findTrack(state: GraphicsState, isVertical: boolean): Track {
  const matrix = multiply(state.matrix, state.textMatrix);
  const [a, b, c, d, e, f] = matrix;
  const [x, y] = [state.x, state.y + state.rise];
  const way = state.stretch * state.direction;
  const [dx, dy] = isVertical ? [-c, -d] : [a * way, b * way];
  const angle = roundAngle((Math.atan2(dy, dx) * 180) / Math.PI);
  const [originX, originY] = [a * x + c * y + e, b * x + d * y + f];
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    left: originX * cos + originY * sin,
    baseline: originY * cos - originX * sin,
    scale: Math.hypot(dx, dy),
    size: Math.hypot(c, d) * state.fontSize,
    angle,
  };
}

function roundAngle(degrees: number): number {
  const quarter = Math.round(degrees / 90) * 90;
  const angle = Math.abs(degrees - quarter) <= straightWithin ? quarter : Math.round(degrees);
  return ((angle % 360) + 360) % 360;
}

function countControls(text: string): number {
  return text.match(/\p{Cc}/gu)?.length ?? 0;
}

/** Gathers glyphs into pieces. */
class PieceDraft {
  readonly #pieces: Piece[] = [];
  #text = '';
  #left = 0;
  #right = 0;
  #tracking = 0;
  #hasSpace = false;

  readonly track: Track;
  readonly isBold: boolean;
  readonly mark: number | null;

  constructor(track: Track, isBold: boolean, mark: number | null) {
    this.track = track;
    this.isBold = isBold;
    this.mark = mark;
  }

  /** All in points from where the instruction began; `tracking` is added after every glyph. */
  add(text: string, left: number, right: number, tracking: number): void {
    if (text.trim() === '') {
      this.#hasSpace ||= text !== '';
      return;
    }
    const gap = (left - this.#right - this.#tracking) / this.track.size;
    if (this.#text !== '' && gap > (this.#hasSpace ? spacedCellGap : cellGap)) this.#close();
    if (this.#text === '') this.#left = left;
    const hasSpace = this.#hasSpace || (this.#text !== '' && isApart(this.#text, text, gap));
    this.#text += (hasSpace ? ' ' : '') + text;
    this.#right = right;
    this.#tracking = tracking > maxTracking * this.track.size ? 0 : tracking;
    this.#hasSpace = false;
  }

  finish(): Piece[] {
    if (this.#hasSpace && this.#text !== '') this.#text += ' ';
    this.#close();
    return this.#pieces;
  }

  #close(): void {
    if (this.#text === '') return;
    const { track, isBold, mark } = this;
    const [one, other] = [track.left + this.#left, track.left + this.#right];
    const text = cleanCharacters(this.#text);
    this.#pieces.push({
      text: text.replace(/\s+/g, ' '),
      controls: text.length < this.#text.length ? countControls(this.#text) : 0,
      left: Math.min(one, other),
      right: Math.max(one, other),
      baseline: track.baseline,
      size: track.size,
      angle: track.angle,
      isBold,
      mark,
      hidden: null,
    });
    this.#text = '';
    this.#hasSpace = false;
  }
}
