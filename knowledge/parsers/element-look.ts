import { black, type Colour, isSameColour, readColour, white } from './colours';
import type { ElementStyle } from './element-styles';
import type { HiddenReason } from './parsed-document';

/** How the text of an element looks, as far as that decides whether it is seen. */
export interface Look {
  /** Undefined where it is not known. */
  colour: Colour | 'clear' | undefined;
  background: Colour | undefined;
  /** In pixels. */
  fontSize: number;
  isInvisible: boolean;
}

export const plainLook: Look = {
  colour: black,
  background: white,
  fontSize: 16,
  isInvisible: false,
};

/** A point of print in pixels: smaller letters are not there to be read. */
const tinyPixels = 1.34;

const pixelsPerUnit: Record<string, number> = { px: 1, pt: 4 / 3, in: 96, cm: 37.8, mm: 3.78 };

/** The look of an element inside one of the given look. */
export function lookOf(element: Element, style: ElementStyle, around: Look): Look {
  const visibility = style.get('visibility');
  return {
    colour: colourOf(element, style, around),
    background: backgroundOf(element, style, around),
    fontSize: fontSizeOf(style.get('font-size'), around.fontSize),
    isInvisible: visibility ? /hidden|collapse/.test(visibility) : around.isInvisible,
  };
}

/** Why text of this look is not seen; undefined for what is. */
export function reasonOfLook({
  colour,
  background,
  fontSize,
  isInvisible,
}: Look): HiddenReason | undefined {
  if (isInvisible) return 'hidden-text';
  if (fontSize <= tinyPixels) return 'tiny';
  const isSeen = colour !== 'clear' && !(colour && background && isSameColour(colour, background));
  return isSeen ? undefined : 'background-colour';
}

/** Why an element is not seen with all that is in it; undefined for one that is. */
export function reasonOfElement(element: Element, style: ElementStyle): HiddenReason | undefined {
  const says = (name: string, pattern: RegExp) => pattern.test(style.get(name) ?? '');
  const isPlaced = says('position', /absolute|fixed|relative/);
  const isOff = isPlaced && (says('left', /^-\d{3}/) || says('top', /^-\d{3}/));
  if (isOff || says('text-indent', /^-\d{3}/)) return 'off-page';
  const isCut =
    says('overflow', /hidden|clip/) &&
    ['width', 'height', 'max-height'].some((name) => says(name, /^[01](\.\d+)?(px)?$/));
  const isHidden =
    element.hasAttribute('hidden') ||
    (element.tagName === 'DIALOG' && !element.hasAttribute('open')) ||
    isCut ||
    says('display', /^none/) ||
    says('opacity', /^(0?\.0\d*|0%?)$/) ||
    says('content-visibility', /hidden/) ||
    (isPlaced && says('clip', /^rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01]/)) ||
    says('clip-path', /^(inset\(\s*(50|100)%|circle\(\s*0)/);
  return isHidden ? 'hidden-text' : undefined;
}

function colourOf(element: Element, style: ElementStyle, around: Look): Look['colour'] {
  const own = style.get('color') ?? element.getAttribute('color') ?? bodyText(element);
  if (own === 'inherit') return around.colour;
  if (own) return readColour(own);
  // Links have a colour of their own.
  return element.tagName === 'A' && element.hasAttribute('href') ? undefined : around.colour;
}

const bodyText = (element: Element) =>
  element.tagName === 'BODY' ? element.getAttribute('text') : null;

/** Pictures, gradients and half clear colours may be of any colour. */
function backgroundOf(element: Element, style: ElementStyle, around: Look): Look['background'] {
  const image = style.get('background-image') ?? element.getAttribute('background') ?? 'none';
  if (image !== 'none') return undefined;
  const own =
    style.get('background-color') ?? style.get('background') ?? element.getAttribute('bgcolor');
  // What is taken out of the flow may stand on anything.
  const behind = /absolute|fixed/.test(style.get('position') ?? '') ? undefined : around.background;
  if (!own || /^(none|inherit|initial|unset|0)$/.test(own)) return behind;
  const colour = readColour(own);
  return colour === 'clear' ? behind : colour;
}

function fontSizeOf(value: string | undefined, around: number): number {
  const [, digits, unit = 'px'] = /^(\d*\.?\d+)([a-z]+|%)?$/.exec(value ?? '') ?? [];
  if (digits === undefined) return around;
  const size = Number(digits);
  if (unit === '%') return (around * size) / 100;
  if (unit === 'em') return around * size;
  return size * (pixelsPerUnit[unit] ?? 16);
}
