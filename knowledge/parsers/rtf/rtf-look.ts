import { type Colour, isSameColour } from '../colours';
import type { HiddenReason } from '../parsed-document';

/** How letters look; colours are places in the file's table of colours, 0 the automatic one. */
export interface RtfLook {
  isHidden: boolean;
  isDeleted: boolean;
  colour: number;
  ground: number;
  /** In half points. */
  size: number;
}

export const plainRtfLook: RtfLook = {
  isHidden: false,
  isDeleted: false,
  colour: 0,
  ground: 0,
  size: 24,
};

/** Letters of this many half points or fewer are not there to be read. */
const tinySize = 2;

/** The look after a control word; undefined for words about something else. */
export function changeRtfLook(
  look: RtfLook,
  word: string,
  value: number | undefined,
): RtfLook | undefined {
  if (word === 'v') return { ...look, isHidden: value !== 0 };
  if (word === 'deleted') return { ...look, isDeleted: value !== 0 };
  if (word === 'plain') return { ...plainRtfLook, isDeleted: look.isDeleted };
  if (word === 'cf') return { ...look, colour: value ?? 0 };
  if (/^(cb|chcbpat|highlight)$/.test(word)) return { ...look, ground: value ?? 0 };
  return word === 'fs' ? { ...look, size: value ?? plainRtfLook.size } : undefined;
}

/**
 * Why text of this look is not seen; undefined for what is.
 * @param around colour behind the paragraph or cell; undefined where it is not known
 */
export function reasonOfRtfLook(
  look: RtfLook,
  colours: (Colour | undefined)[],
  around: Colour | undefined,
): HiddenReason | undefined {
  if (look.isHidden) return 'hidden-text';
  if (look.isDeleted) return 'deleted';
  if (look.size <= tinySize) return 'tiny';
  const colour = colours[look.colour];
  const ground = look.ground > 0 ? colours[look.ground] : around;
  return colour && ground && isSameColour(colour, ground) ? 'background-colour' : undefined;
}

/** Gathers the table of colours of a file as its words come. */
export class RtfColours {
  /** Undefined for the automatic colour. */
  readonly colours: (Colour | undefined)[] = [];
  private parts: Record<string, number> = {};

  readWord(word: string, value = 0): void {
    this.parts[word] = Math.min(Math.max(value, 0), 255);
  }

  /** A semicolon ends a colour. */
  readText(text: string): void {
    for (const character of text) {
      if (character !== ';') continue;
      const { red, green, blue } = this.parts;
      const isGiven = red !== undefined || green !== undefined || blue !== undefined;
      this.colours.push(isGiven ? [red ?? 0, green ?? 0, blue ?? 0] : undefined);
      this.parts = {};
    }
  }
}
