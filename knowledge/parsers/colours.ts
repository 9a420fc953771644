/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [number, number, number];

/** Steps of a channel that no eye tells apart on a page. */
const indistinct = 10;
/** Parts of a whole below which a colour is as good as none. */
const leastAlpha = 0.05;

export const white: Colour = [255, 255, 255];
export const black: Colour = [0, 0, 0];

const named: Record<string, Colour> = {
  white,
  black,
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  whitesmoke: [245, 245, 245],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  silver: [192, 192, 192],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
  orange: [255, 165, 0],
};

/**
 * A colour as style sheets and office files write it: by name, `#fff`, `FFFFFF`, `rgb(…)`.
 * `clear` for one that lets everything through; undefined for one that is not known or half clear.
 */
export function readColour(text: string): Colour | 'clear' | undefined {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return 'clear';
  if (named[value]) return named[value];
  const hex = /^#?([0-9a-f]{3,8})$/.exec(value)?.[1];
  if (hex) return readHex(hex);
  const [, name, inside = ''] = /^(rgba?|hsla?)\(([^)]{1,80})\)/.exec(value) ?? [];
  return name ? readFunction(name, inside.split(/[\s,/]+/).filter(Boolean)) : undefined;
}

/** A colour that covers what is behind it; undefined for a clear one and one that is not known. */
export function opaque(colour: Colour | 'clear' | undefined): Colour | undefined {
  return colour === 'clear' ? undefined : colour;
}

/** Whether text of one colour cannot be seen on the other. */
export function isSameColour(left: Colour, right: Colour): boolean {
  return left.every((channel, at) => Math.abs(channel - (right[at] ?? 0)) <= indistinct);
}

function readHex(hex: string): Colour | 'clear' | undefined {
  const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (digits.length !== 6 && digits.length !== 8) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 255] = Buffer.from(digits, 'hex');
  return withAlpha([red, green, blue], alpha / 255);
}

function readFunction(name: string, parts: string[]): Colour | 'clear' | undefined {
  const [first = '', second = '', third = '', alpha = '1'] = parts;
  const share = Number.parseFloat(alpha) / (alpha.endsWith('%') ? 100 : 1);
  if (name.startsWith('rgb')) {
    return withAlpha([channel(first), channel(second), channel(third)], share);
  }
  // Of the many hues only the ends of lightness matter here.
  const lightness = Number.parseFloat(third);
  if (lightness >= 97) return withAlpha(white, share);
  return lightness <= 3 ? withAlpha(black, share) : withAlpha(undefined, share);
}

function channel(text: string): number {
  const value = Number.parseFloat(text);
  return text.endsWith('%') ? value * 2.55 : value;
}

function withAlpha(colour: Colour | undefined, alpha: number): Colour | 'clear' | undefined {
  if (alpha <= leastAlpha) return 'clear';
  return alpha >= 1 && colour?.every(Number.isFinite) ? colour : undefined;
}
