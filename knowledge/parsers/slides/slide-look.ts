import { type Colour, isSameColour, opaque, white } from '../colours';
import type { HiddenReason } from '../parsed-document';
import { allNamed, childrenNamed, findNamed } from '../xml';
import type { SlideColours } from './slide-colours';

/** Tells what on a slide is not seen. */
export interface SlideLook {
  reasonOfShape: (shape: Element) => HiddenReason | undefined;
  reasonOfRun: (run: Element, shape: Element) => HiddenReason | undefined;
}

interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a slide's shapes and colours come from. */
export interface SlideGrounds {
  /** Slide, layout and master, the nearest first. */
  layers: (Element | null)[];
  colours: SlideColours;
  /** Of all slides, in the units of the file. */
  size: { width: number; height: number };
}

/** Letters of one point or less, in hundredths of a point. */
const tinySize = 100;
const everywhere: Frame = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The look of a slide, for its text to be asked whether it is seen. */
export function slideLook({ layers, colours, size }: SlideGrounds): SlideLook {
  const painted = layers.flatMap((layer) => paintedShapes(findNamed(layer, 'p:spTree')));
  const page = pageColour(layers, colours);
  const groundOf = (shape: Element): Colour | undefined => {
    // Cells of tables and the like have grounds of their own.
    if (shape.tagName === 'p:graphicFrame') return undefined;
    const own = fillOf(shape);
    if (own) return opaque(colours(own));
    const frame = frameOf(shape) ?? everywhere;
    const isCovered = painted.some(
      (other) => other !== shape && meets(frameOf(other) ?? everywhere, frame),
    );
    return isCovered ? undefined : page;
  };
  return {
    reasonOfShape: (shape) => {
      if (findNamed(shape, 'p:cNvPr')?.getAttribute('hidden') === '1') return 'hidden-text';
      const frame = frameOf(shape);
      const slide = { left: 0, top: 0, right: size.width, bottom: size.height };
      return frame && size.width > 0 && !meets(frame, slide) ? 'off-page' : undefined;
    },
    reasonOfRun: (run, shape) => {
      const [properties] = childrenNamed(run, 'a:rPr');
      if (Number(properties?.getAttribute('sz') ?? tinySize + 1) <= tinySize) return 'tiny';
      const colour = colours(childrenNamed(properties, 'a:solidFill')[0]);
      if (colour === undefined) return undefined;
      const ground = colour === 'clear' ? undefined : groundOf(shape);
      const isLost = colour === 'clear' || (ground && isSameColour(colour, ground));
      return isLost ? 'background-colour' : undefined;
    },
  };
}

/** White where nothing on the way from the slide to its master says otherwise. */
function pageColour(layers: (Element | null)[], colours: SlideColours): Colour | undefined {
  const background = layers.map((layer) => findNamed(layer, 'p:bg')).find(Boolean);
  if (!background) return white;
  return opaque(colours(findNamed(background, 'a:solidFill') ?? findNamed(background, 'p:bgRef')));
}

/** Pictures, frames and shapes with a ground of their own, which text may stand on. */
function paintedShapes(tree: Element | undefined): Element[] {
  const shapes = allNamed(tree, 'p:sp').filter((shape) => fillOf(shape) !== undefined);
  return [...allNamed(tree, 'p:pic'), ...allNamed(tree, 'p:graphicFrame'), ...shapes];
}

/** What fills a shape: its own properties, else its style; undefined for none. */
function fillOf(shape: Element): Element | undefined {
  const [properties] = childrenNamed(shape, 'p:spPr');
  const own = [...(properties?.children ?? [])].find(({ tagName }) => /^a:.*Fill$/.test(tagName));
  if (own) return own.tagName === 'a:noFill' ? undefined : own;
  const style = findNamed(childrenNamed(shape, 'p:style')[0], 'a:fillRef');
  return style?.getAttribute('idx') === '0' ? undefined : style;
}

/** Where a shape stands; undefined for one that takes its place from the layout, or is in a group. */
function frameOf(shape: Element): Frame | undefined {
  const place = findNamed(shape, 'a:xfrm') ?? findNamed(shape, 'p:xfrm');
  const [offset, extent] = ['a:off', 'a:ext'].map((name) => findNamed(place, name));
  if (!offset || !extent || shape.parentElement?.tagName === 'p:grpSp') return undefined;
  const [left = 0, top = 0] = ['x', 'y'].map((name) => Number(offset.getAttribute(name)));
  const [width = 0, height = 0] = ['cx', 'cy'].map((name) => Number(extent.getAttribute(name)));
  return { left, top, right: left + width, bottom: top + height };
}

function meets(one: Frame, other: Frame): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
